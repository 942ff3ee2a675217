import {
  actLabel,
  relayPhrase,
  removePhrase,
  shortDate,
  tellingOf,
  tellingPhrase,
  unsurePhrase,
  type Ledger,
  type Statement,
} from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

/**
 * `civil sources as saying · 2 removes, by way of SANA`, over as many lines as it takes: the name among the article's own
 * words, then what it does and what else is known, set apart.
 */
export function headLines(ledger: Ledger, statement: Statement, canvas: Canvas): string[] {
  const { strong, soft, warn } = paints(canvas)
  const telling = tellingOf(ledger, statement)
  const { before, after, to } = telling
  const name = plain(telling.who ?? 'Nobody named')
  const words = plain(tellingPhrase(telling))
  // A line may end with the dot between two parts, not begin with it.
  const row = [words, ...particulars(ledger, statement, to)].join('\u00A0· ')
  const lines = wrap(row, canvas.width)
  const paintName = telling.who === null ? warn : strong
  const start = before === '' ? 0 : plain(before).length + 1
  let at = 0
  return lines.map((line) => {
    const cuts = [0, start - at, start + name.length - at, words.length - at, line.length]
    const [lead = '', called = '', told = '', rest = ''] = [0, 1, 2, 3].map((i) =>
      line.slice(within(cuts[i] ?? 0, line), within(cuts[i + 1] ?? 0, line)),
    )
    at += line.length + 1
    const painted = lead + paint(paintName, called) + told + soft(rest)
    return painted.replaceAll('\u00A0', ' ')
  })

  function paint(by: (text: string) => string, text: string): string {
    return text === '' || (after === '' && before === '' && text.trim() === '') ? text : by(text)
  }
}

const within = (offset: number, { length }: string) => Math.min(Math.max(offset, 0), length)

function particulars(ledger: Ledger, statement: Statement, to: string): string[] {
  const { said, channel, cue } = statement
  const removes = removePhrase(statement)
  const relay = relayPhrase(ledger, statement)
  return [
    actLabel(cue),
    removes && (relay === null ? removes : `${removes}, by way of ${relay}`),
    channel?.actor === null && !to.endsWith(channel.text) && channel.text,
    said && (said.date === null ? said.text : shortDate(said.date)),
    cue.text === null && 'no cue',
    unsurePhrase(statement),
  ].flatMap((part) => (typeof part === 'string' ? [plain(part)] : []))
}

/**
 * What was said. Where a statement relays others, their words stand below in their own place and only an ellipsis here: but
 * only words at its end, and never for the sake of a statement that is in doubt, so that what is left still reads.
 */
export function contentLines(
  ledger: Ledger,
  { content, quotation }: Statement,
  relayed: readonly Statement[],
  width: number,
): string[] {
  const holes = relayed
    .filter((child) => unsurePhrase(child) === null && child.content.length === 1)
    .flatMap((child) => child.content)
    .filter((hole) => content.some(({ end }) => end === hole.end))
  const words = content
    .map(({ start, end }) => {
      let left = ''
      let at = start
      for (const hole of holes) {
        if (hole.start < at || hole.end > end) continue
        left += `${ledger.article.text.slice(at, hole.start)}…`
        at = hole.end
      }
      return plain(left + ledger.article.text.slice(at, end))
    })
    .join(' … ')
    .replace(/…(?: …)+/g, '…')
  if (words === '' || words === '…') return []
  const bare = quotation === 'direct' && !/^["“„«]|["”»]$/.test(words)
  return wrap(bare ? `“${words}”` : words, width)
}
