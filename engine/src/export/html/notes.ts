import type { Note, Statement } from '../../record/index.js'
import { shortDate } from '../date.js'
import { actPhrase, chainNames, removePhrase, speakerName, unsurePhrase } from '../phrase.js'
import { type Markup, markup } from './markup.js'
import type { Row, View } from './view.js'

/** The notes beside one paragraph: its statements and its doubts; null when it has none. */
export function margin(view: View, index: number): Markup | null {
  const { rows, doubts } = view.margins[index] ?? { rows: [], doubts: [] }
  if (rows.length + doubts.length === 0) return null
  return markup`<aside aria-label="Statements of paragraph ${index + 1}">
${rows.map((row) => note(view, row))}${doubts.map(doubt)}</aside>
`
}

function note({ ledger }: View, { statement, key, number, depth, hue }: Row): Markup {
  const speaker = speakerName(ledger, statement)
  const act = actPhrase(statement.cue)
  const label = `Statement ${number}: ${speaker ?? 'nobody named'}, ${act}`
  const { said } = statement
  return markup`<article class="note ${hue} i${Math.min(depth, 3)}" id="s${key}" data-s="${key}" aria-label="${label}">
<p><a class="number" href="#r${key}" aria-label="${number}, to its place in the text">${number}</a><b><bdi>${speaker ?? 'Nobody named'}</bdi></b> ${act}${
    said && markup`<time>${said.date === null ? said.text : shortDate(said.date)}</time>`
  }</p>
${chain(chainNames(ledger, statement), statement)}${tags(statement)}</article>
`
}

/** `civil sources › SANA › Press TV`, spelled out where somebody stands between. */
function chain(names: string[], statement: Statement): Markup | false {
  if (removePhrase(statement) === null) return false
  const links = names.map(
    (name, i) => markup`${i > 0 && markup`<span> › </span>`}<bdi>${name}</bdi>`,
  )
  return markup`<p class="chain">${links}</p>
`
}

function tags(statement: Statement): Markup | false {
  const { channel, quotation, cue } = statement
  const all = [
    removePhrase(statement),
    quotation === 'direct' && 'quoted',
    quotation === 'mixed' && 'partly quoted',
    cue.text === null && 'no cue',
    // An outlet that was told stands in the chain already.
    channel?.actor === null && channel.text,
  ].filter((tag) => typeof tag === 'string')
  const unsure = unsurePhrase(statement)
  if (all.length === 0 && unsure === null) return false
  return markup`<p class="tags">${all.map((tag) => markup`<span>${tag}</span> `)}${
    unsure && markup`<span class="warn">${unsure}</span>`
  }</p>
`
}

/** One doubt, said openly. */
export function doubt({ message }: Note): Markup {
  return markup`<p class="doubt">${message}</p>
`
}
