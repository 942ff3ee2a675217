import rows from '../../data/en/lead-ins.json' with { type: 'json' }
import type { Act, Cue, Ledger, Statement } from '../record/index.js'
import { speakerName } from './phrase.js'

export const leadInRows = rows

/** What the source does, as a small label beside the article's own words. */
export const ACT_WORDS: Record<Act, string> = {
  assert: 'assertion',
  deny: 'denial',
  confirm: 'confirmation',
  accuse: 'accusation',
  criticize: 'criticism',
  praise: 'praise',
  order: 'order',
  request: 'request',
  ask: 'question',
  promise: 'promise',
  warn: 'warning',
  threaten: 'threat',
  believe: 'belief',
  doubt: 'doubt',
  intend: 'intention',
  want: 'wish',
  report: 'report',
  show: 'finding',
  decline: 'silence',
}

/** `denial`, `negated denial`; null for what only says that it is said, or passed on. */
export function actLabel({ act, negated }: Pick<Cue, 'act' | 'negated'>): string | null {
  if (negated) return `negated ${ACT_WORDS[act]}`
  return act === 'assert' || act === 'report' ? null : ACT_WORDS[act]
}

/**
 * Who speaks, between the article's own words for it: every word that a reader sees beside the name stands in the text.
 * `according to` Ana Ruiz; Ana Ruiz ` would not say whether`; critics ` told` ` the council`.
 */
export interface Telling {
  /** Before the name; empty where the name comes first. */
  before: string
  /** Null when nobody is named. */
  who: string | null
  /** After the name, with what stands between: a blank, a dot, or nothing before an apostrophe. */
  after: string
  /** Whom it is said to, after all that, with the blank before it. */
  to: string
}

/** The head of a statement, in the words of the article. */
export function tellingOf(ledger: Ledger, statement: Statement): Telling {
  const { cue, source, addressee, channel } = statement
  const { text } = ledger.article
  const who = speakerName(ledger, statement)
  const told = cue.end === null ? null : [addressee, channel].find((each) => follows(cue.end, each))
  const to = told ? ` ${flat(told.text)}` : ''
  if (cue.text === null || cue.start === null || cue.end === null)
    return { before: '', who, after: '', to: addressee ? ` · ${flat(addressee.text)}` : '' }
  const words = flat(cue.text).replace(/(?<=.)[:,;.]$/u, '')
  if (source === null) return { before: '', who, after: ` · ${words}`, to }
  if (source.start >= cue.end) {
    const between = text.slice(cue.end, source.start)
    if (!leads(words, between)) return { before: '', who, after: ` ${words}`, to: '' }
    const bridge = SHORT_BRIDGE.test(between) ? between : ''
    return { before: flat(words + bridge), who, after: '', to }
  }
  const between = text.slice(source.end, cue.start)
  const owned = rows.owners.includes(source.text.toLowerCase())
  const mark = /^['’]s?(?=\s)/u.exec(between)?.[0] ?? ''
  return { before: '', who, after: owned ? ` · ${words}` : `${mark} ${words}`, to }

  function follows(end: number | null, span: { start: number } | null | undefined): boolean {
    return (
      span != null &&
      end !== null &&
      /^\s*$/u.test(text.slice(end, span.start)) &&
      span.start >= end
    )
  }
}

/** The telling as one line of text. */
export function tellingPhrase({ before, who, after, to }: Telling): string {
  return `${before} ${who ?? 'Nobody named'}${after}${to}`.trim()
}

/** A word or two, as in "was told by". */
const SHORT_BRIDGE = /^\s+\p{Ll}{1,7}(?:\s\p{Ll}{1,7})?\s+$/u

/** Must the words stand before the name? "said Ruiz" is Ruiz who said; "citing Ruiz" is not Ruiz who cites. */
function leads(words: string, between: string): boolean {
  const last = words.toLowerCase().split(' ').at(-1) ?? ''
  const bridged = /\p{L}/u.test(between)
  return (
    bridged || rows.before.includes(last) || rows.endings.some((ending) => last.endsWith(ending))
  )
}

const flat = (words: string) => words.replace(/\s+/gu, ' ').trim()
