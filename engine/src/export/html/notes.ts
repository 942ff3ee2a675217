import type { Actor, Ledger, Note, Statement } from '../../record/index.js'
import { shortDate } from '../date.js'
import { aboutSource, chainNames, removePhrase, unsurePhrase } from '../phrase.js'
import { actLabel, tellingOf, tellingPhrase, type Telling } from '../telling.js'
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
  const telling = tellingOf(ledger, statement)
  const label = `Statement ${number}: ${[tellingPhrase(telling), actLabel(statement.cue) ?? ''].filter(Boolean).join(', ')}`
  return markup`<article class="note ${hue} i${Math.min(depth, 3)}" id="s${key}" data-s="${key}" aria-label="${label}">
<p><a class="number" href="#r${key}" aria-label="${number}, to its place in the text">${number}</a>${told(telling)}${circumstances(ledger, statement)}</p>
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

/** The article's own words around the name. */
function told({ before, who, after, to }: Telling): Markup {
  const name = markup`<b><bdi>${who ?? 'Nobody named'}</bdi></b>`
  return markup`${before !== '' && markup`<i>${before}</i> `}${name}${after !== '' && markup`<i>${after}</i>`}${to !== '' && markup`<bdi>${to}</bdi>`}`
}

/** What it does, when and in which words, and whether we are sure, in one row after the words of the text. */
function circumstances(ledger: Ledger, statement: Statement): Markup[] {
  const { said, channel, quotation, cue } = statement
  const unsure = unsurePhrase(statement)
  const act = actLabel(cue)
  const { to } = tellingOf(ledger, statement)
  const all = [
    act !== null && markup`<small>${unbroken(act)}</small>`,
    said && (said.date === null ? markup`<bdi>${said.text}</bdi>` : date(said.date)),
    // An outlet that was told stands in the chain already.
    channel?.actor === null && to === '' && markup`<bdi>${channel.text}</bdi>`,
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
