import { readableDate } from '../export/date.js'
import type { Change, ChangeKind, ChangeSide } from './change.js'

const LONGEST = 160

/** A change as one plain sentence. */
export function changeSentence({ kind, before, after }: Change): string {
  return SENTENCES[kind](before ?? NOTHING, after ?? NOTHING)
}

const NOTHING: ChangeSide = { text: '', span: null, statement: null, who: null }

const SENTENCES: Record<ChangeKind, (before: ChangeSide, after: ChangeSide) => string> = {
  headline: beside('headline'),
  byline: beside('byline'),
  published: (was, is) => beside('date of publication')(dated(was), dated(is)),
  'statement-added': (_, is) => `New: ${by(is)}: ${quoted(is)}.`,
  'statement-removed': (was) => `Gone: ${by(was)}: ${quoted(was)}.`,
  'statement-reworded': (was, is) =>
    `Reworded, of ${name(is)}: ${quoted(was)} became ${quoted(is)}.`,
  'source-named': (_, is) => `Nobody was named as the source before; now it is ${quoted(is)}.`,
  'source-dropped': (was) => `The source is no longer named; it was ${quoted(was)}.`,
  'source-swapped': (was, is) => `Another source: ${quoted(was)} before, ${quoted(is)} now.`,
  act: (was, is) => `Another act of ${name(is)}: ${quoted(was)} became ${quoted(is)}.`,
  cue: (was, is) => `Another word for what ${name(is)} did: ${quoted(was)} became ${quoted(is)}.`,
  negation: (was, is) =>
    `Turned into its opposite, of ${name(is)}: ${quoted(was)} became ${quoted(is)}.`,
  quotation: (was, is) => `Quotation marks moved: ${quoted(was)} became ${quoted(is)}.`,
  number: (was, is) => `A figure changed: ${quoted(was)} became ${quoted(is)}.`,
  'hedge-added': (_, is) => `A doubt was put in: ${quoted(is)}.`,
  'hedge-dropped': (was, is) =>
    `A doubt is gone: ${quoted(was)} no longer stands in ${quoted(is)}.`,
  'attribution-added': (was, is) =>
    `The outlet said it in its own voice before, now on the word of ${name(is)}: ${quoted(was)}.`,
  'attribution-dropped': (was, is) =>
    `Said on the word of ${name(was)} before, now in the outlet's own voice: ${quoted(is)}.`,
  'sentence-added': (_, is) => `A new sentence: ${quoted(is)}.`,
  'sentence-removed': (was) => `A sentence is gone: ${quoted(was)}.`,
  'sentence-changed': (was, is) => `A sentence changed: ${quoted(was)} became ${quoted(is)}.`,
}

function beside(what: string) {
  return (was: ChangeSide, is: ChangeSide): string => {
    if (!was.text) return `A ${what} was added: ${quoted(is)}.`
    if (!is.text) return `The ${what} is gone: ${quoted(was)}.`
    return `Another ${what}: ${quoted(was)} became ${quoted(is)}.`
  }
}

const dated = (side: ChangeSide) => (side.text ? { ...side, text: readableDate(side.text) } : side)
const name = ({ who }: ChangeSide) => who ?? 'somebody not named'
const by = ({ who }: ChangeSide) => (who ? `a statement of ${who}` : 'a statement of nobody named')

function quoted({ text }: ChangeSide): string {
  const plain = text
    .replace(/\s+/gu, ' ')
    .replace(/^[“"]|[”"]$/gu, '')
    .replace(/\.$/u, '')
  return `“${plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()} …` : plain}”`
}
