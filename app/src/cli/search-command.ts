import { ACTS, actPhrase, type Act } from '@hearsay/engine'
import type { Hit, Query } from '@hearsay/store'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

export interface SearchCommandOptions {
  actor?: string
  act?: string
  outlet?: string
  since?: string
  limit: number
  format: 'lines' | 'jsonl'
}

/** Prints the statements that answer, one a line; answers with the exit code. */
export async function searchCommand(
  words: string[],
  options: SearchCommandOptions,
): Promise<number> {
  const { actor, act, outlet, since, limit, format } = options
  if (act !== undefined && !isAct(act)) return misuse(`--act takes one of: ${ACTS.join(', ')}.`)
  const acts = act === undefined ? undefined : [act]
  const query: Query = {
    words: words.join(' ') || undefined,
    actor,
    act: acts,
    outlet,
    since,
    limit,
  }
  if ([query.words, actor, act, outlet, since].every((asked) => asked === undefined))
    return misuse('Give words, or at least one of --actor, --act, --outlet and --since.')
  const { hits, total } = await withHome((store) => store.search(query))
  const render = format === 'jsonl' ? (hit: Hit) => `${JSON.stringify(hit)}\n` : line
  await writeOut(hits.map(render).join(''))
  if (total > hits.length)
    process.stderr.write(`${hits.length} of ${total} statements; --limit shows more.\n`)
  return EXIT.done
}

/** `3f2a91c4d5e6/s4  Ines Okafor denied · “We never met” · harbour.txt, Cabo Wire, 2031-05-06` */
function line(hit: Hit): string {
  const { article, statement, who, negated, words, origin, outlet, published } = hit
  const act = actPhrase({ act: hit.act, negated })
  const head = who === null ? `Nobody named · ${act}` : `${plain(who)} ${act}`
  const place = [origin, outlet, published].flatMap((part) => (part === null ? [] : plain(part)))
  const parts = [head, plain(words), place.join(', ')].filter((part) => part !== '')
  return `${shortId(article)}/${statement}  ${parts.join(' · ')}\n`
}

function isAct(word: string): word is Act {
  return (ACTS as readonly string[]).includes(word)
}

function misuse(remedy: string): number {
  process.stderr.write(`hearsay: ${remedy}\n`)
  return EXIT.usage
}
