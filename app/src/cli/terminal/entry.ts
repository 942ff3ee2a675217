import {
  actPhrase,
  relayPhrase,
  removePhrase,
  shortDate,
  speakerName,
  unsurePhrase,
  type Ledger,
  type Statement,
} from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

/** `civil sources said · 2 removes, by way of SANA`, over as many lines as it takes. */
export function headLines(ledger: Ledger, statement: Statement, canvas: Canvas): string[] {
  const { strong, soft, warn } = paints(canvas)
  const name = speakerName(ledger, statement)
  const speaker = plain(name ?? 'Nobody named')
  const act = actPhrase(statement.cue)
  const head = name === null ? `${speaker} · ${act}` : `${speaker} ${act}`
  // A line may end with the dot between two parts, not begin with it.
  const row = [head, ...particulars(ledger, statement)].join('\u00A0· ')
  const lines = wrap(row, canvas.width).map((line) => line.replaceAll('\u00A0', ' '))
  const paintName = name === null ? warn : strong
  const [first = '', ...rest] = lines
  if (!first.startsWith(speaker)) return lines.map(paintName)
  return [paintName(speaker) + soft(first.slice(speaker.length)), ...rest.map(soft)]
}

function particulars(ledger: Ledger, statement: Statement): string[] {
  const { said, channel, cue } = statement
  const removes = removePhrase(statement)
  const relay = relayPhrase(ledger, statement)
  return [
    removes && (relay === null ? removes : `${removes}, by way of ${relay}`),
    channel?.actor === null && channel.text,
    said && (said.date === null ? said.text : shortDate(said.date)),
    cue.text === null && 'no cue',
    unsurePhrase(statement),
  ].flatMap((part) => (typeof part === 'string' ? [plain(part)] : []))
}

/**
 * What was said. Where a statement relays others, their words stand below in their own place and only an ellipsis
 * here.
 */
export function contentLines(
  ledger: Ledger,
  { content, quotation }: Statement,
  relayed: readonly Statement[],
  width: number,
): string[] {
  const holes = relayed.flatMap((child) => child.content)
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
