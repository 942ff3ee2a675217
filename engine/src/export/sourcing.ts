import type { Ledger } from '../record/index.js'
import { line } from './cell.js'
import { passages } from './passages.js'
import { unreadPhrase } from './phrase.js'
import { typeOfSource } from './source-type.js'

/** What stands before an item of a list is no word of it. */
const BULLET = /^[-–—•*·]\s+/u

/** The table in which sourcing is audited: a row for every passage that rests on a source, with who that is and why. */
export function sourcing(ledger: Ledger): string {
  return line(['statement', 'type', 'name', 'title', 'justification']) + sourcingRows(ledger)
}

/** The lines of `sourcing` without the header: what every ledger after the first adds to a table of several. */
export function sourcingRows(ledger: Ledger): string {
  const unread = unreadPhrase(ledger)
  if (unread !== null) return line([unread, 'Not read', null, null, null])
  const rows = passages(ledger).map(({ actor, start, end }) => {
    return { actor, statement: ledger.article.text.slice(start, end).replace(BULLET, '') }
  })
  const sentences = gather(rows.map(({ actor, statement }) => [actor, statement]))
  const phrases = gather(
    ledger.statements.flatMap(({ source }) => (source ? [[source.actor, source.text]] : [])),
  )
  const sources = new Map(
    ledger.actors.map((actor) => {
      const { id } = actor
      return [id, { actor, ...typeOfSource(actor, phrases.get(id) ?? [], sentences.get(id) ?? []) }]
    }),
  )
  return rows
    .map(({ actor: id, statement }) => {
      const source = sources.get(id)
      if (source === undefined) return ''
      const { type, name, actor } = source
      const title = type === 'Named Person' ? actor.title : null
      return line([statement, type, name, title, actor.justification])
    })
    .join('')
}

function gather(pairs: readonly string[][]): Map<string, string[]> {
  const gathered = new Map<string, string[]>()
  for (const [key = '', value = ''] of pairs) {
    const values = gathered.get(key)
    if (values) values.push(value)
    else gathered.set(key, [value])
  }
  return gathered
}
