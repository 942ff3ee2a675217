import { actLabel, jsonText, tellingPhrase } from '@hearsay/engine'
import type { Facets, Hit, Hits } from '@hearsay/contract'
import { withHome } from '../actions/open-home.js'
import { facets, search } from '../actions/search.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { queryOf, type SearchOptions } from './search-options.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

export interface SearchCommandOptions extends SearchOptions {
  limit: number
  cursor?: string
  facets?: true
  format: 'lines' | 'jsonl'
}

/** Prints the statements that answer, one a line; answers with the exit code. */
export async function searchCommand(
  words: string[],
  { limit, cursor, format, facets: common, ...options }: SearchCommandOptions,
): Promise<number> {
  const asked = queryOf(words, options)
  if (Object.values(asked).every((value) => value === undefined)) {
    process.stderr.write('hearsay: Give words, or say what else to look for: see --help.\n')
    return EXIT.usage
  }
  const query = { ...asked, limit, cursor }
  const jsonl = format === 'jsonl'
  if (common) {
    const found = await withHome((store) => facets(store, query))
    await writeOut(jsonl ? `${jsonText(found)}\n` : table(found))
    return EXIT.done
  }
  const found = await withHome((store) => search(store, query))
  const render = jsonl ? (hit: Hit) => `${jsonText(hit)}\n` : line
  await writeOut(found.hits.map(render).join(''))
  process.stderr.write(rest(found))
  return EXIT.done
}

/** What else there is, and how to see it. */
function rest({ hits, total, exact, next }: Hits): string {
  if (next === null) return ''
  const all = exact ? `${total}` : `more than ${total}`
  return `${hits.length} of ${all} statements; --cursor ${next} shows more.\n`
}

/** `3f2a91c4d5e6/s4  Ines Okafor denied · denial · “We never met” · harbour.txt, Cabo Wire, 2031-05-06` */
function line(hit: Hit): string {
  const { article, statement, who, telling, words, origin, outlet, published, reprints } = hit
  const head = plain(tellingPhrase({ ...telling, who }))
  const label = actLabel(hit) ?? ''
  const place = [origin, outlet, published].flatMap((part) => (part === null ? [] : plain(part)))
  const more = reprints > 0 ? `and ${reprints} reprint${reprints === 1 ? '' : 's'}` : ''
  const parts = [head, label, plain(words), place.join(', '), more].filter((part) => part !== '')
  return `${shortId(article)}/${statement}  ${parts.join(' · ')}\n`
}

/** `act      deny  12` */
function table(common: Facets): string {
  const rows = Object.entries(common).flatMap(([facet, values]) =>
    values.map(
      ({ value, count }) => `${facet.padEnd(7)} ${String(count).padStart(6)}  ${plain(value)}\n`,
    ),
  )
  return rows.join('')
}
