import type { Actor, Note, Statement } from '../../record/index.js'
import { shortDate } from '../date.js'
import {
  aboutSource,
  actPhrase,
  chainNames,
  removePhrase,
  speakerName,
  unsurePhrase,
} from '../phrase.js'
import { Markup, markup } from './markup.js'
import type { Row, View } from './view.js'

/** The notes beside one paragraph: its statements and its doubts; null when it has none. */
export function margin(view: View, index: number): Markup | null {
  const { rows, doubts } = view.margins[index] ?? { rows: [], doubts: [] }
  if (rows.length + doubts.length === 0) return null
  return markup`<aside aria-label="Statements of paragraph ${index + 1}">
${rows.map((row) => note(view, row))}${doubts.map(doubt)}</aside>
`
}

function note({ ledger }: View, { statement, key, number, depth, hue, newcomers }: Row): Markup {
  const speaker = speakerName(ledger, statement)
  const act = actPhrase(statement.cue)
  const label = `Statement ${number}: ${speaker ?? 'nobody named'}, ${act}`
  return markup`<article class="note ${hue} i${Math.min(depth, 3)}" id="s${key}" data-s="${key}" aria-label="${label}">
<p><a class="number" href="#r${key}" aria-label="${number}, to its place in the text">${number}</a><b><bdi>${speaker ?? 'Nobody named'}</bdi></b> ${act}${circumstances(statement)}</p>
${newcomers.map(who)}${chain(chainNames(ledger, statement), statement)}</article>
`
}

/** Title and justification of a source, where it first speaks. */
function who(actor: Actor): Markup | false {
  const parts = aboutSource(actor).map((part, i) => markup`${i > 0 && ' · '}<bdi>${part}</bdi>`)
  return (
    parts.length > 0 &&
    markup`<p class="who">${parts}</p>
`
  )
}

/** When, to whom and in which words, and whether we are sure, in one row after the act. */
function circumstances(statement: Statement): Markup[] {
  const { said, channel, quotation, cue } = statement
  const unsure = unsurePhrase(statement)
  const all = [
    said && (said.date === null ? markup`<bdi>${said.text}</bdi>` : date(said.date)),
    // An outlet that was told stands in the chain already.
    channel?.actor === null && markup`<bdi>${channel.text}</bdi>`,
    quotation === 'direct' && markup`quoted`,
    quotation === 'mixed' && markup`partly quoted`,
    cue.text === null && markup`no cue`,
    unsure !== null && markup`<em>${unbroken(unsure)}</em>`,
  ]
  return all.filter((one) => one instanceof Markup).map((one) => markup`\u00A0· ${one}`)
}

function date(iso: string): Markup {
  return markup`<time datetime="${iso}">${unbroken(shortDate(iso))}</time>`
}

/** `civil sources → SANA → Press TV · 2 removes`, spelled out where somebody stands between. */
function chain(names: string[], statement: Statement): Markup | false {
  const removes = removePhrase(statement)
  if (removes === null) return false
  const links = names.map(
    (name, i) => markup`${i > 0 && markup`<span> → </span>`}<bdi>${name}</bdi>`,
  )
  return markup`<p class="chain">${links}\u00A0· ${unbroken(removes)}</p>
`
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00A0')
}

/** One doubt, said openly. */
export function doubt({ message }: Note): Markup {
  return markup`<p class="doubt">${message}</p>
`
}
