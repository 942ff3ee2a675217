import type { Query } from '@hearsay/contract'
import { ACTS, readableDate, VOICES } from '@hearsay/engine/view'

type Flat = Omit<Query, 'number' | 'limit' | 'cursor'> & NonNullable<Query['number']>

/** A query as fields and addresses hold it: an empty string or list asks nothing. */
export type Asked = { [Name in keyof Flat]-?: Held<NonNullable<Flat[Name]>> }
type Held<Value> = Value extends boolean
  ? boolean
  : Value extends readonly (infer Each)[]
    ? Each[]
    : string

/** Something that can be asked, and how the page says it. */
export interface Filter {
  /** What it takes; a list stands for some of its values. */
  takes: 'text' | 'number' | 'flag' | readonly string[]
  /** What is asked, in words, where that does not hang on other fields. */
  chosen?: (value: string) => string
  /** How the form asks for it. */
  field?: Field
}

interface Field {
  label: string
  placeholder?: string
  /** How many of the form's six columns it takes. */
  columns?: 2 | 3
  inputmode?: 'decimal'
  pattern?: string
  title?: string
}

const PERIOD = { pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?', title: 'A year, month or day: 2031-05' }
const AMOUNT = { inputmode: 'decimal', pattern: '-?\\d+([.]\\d+)?', title: 'A number' } as const

/** All that can be asked of statements, in the order in which it is told. */
export const FILTERS: Readonly<Record<keyof Asked, Filter>> = {
  words: { takes: 'text' },
  actor: { takes: 'text' },
  act: { takes: ACTS },
  voice: { takes: VOICES },
  outlet: { takes: 'text' },
  actorId: { takes: 'text' },
  article: { takes: 'text' },
  since: {
    takes: 'text',
    chosen: (date) => `published since ${readableDate(date)}`,
    field: { label: 'Published from', placeholder: '2031-05', columns: 3, ...PERIOD },
  },
  until: {
    takes: 'text',
    chosen: (date) => `published until ${readableDate(date)}`,
    field: { label: 'until', placeholder: '2031', columns: 3, ...PERIOD },
  },
  about: {
    takes: 'text',
    chosen: (date) => `of ${readableDate(date)}`,
    field: { label: 'Speaks of a date', placeholder: '2017-12-28', ...PERIOD },
  },
  place: {
    takes: 'text',
    chosen: (name) => `of ${name}`,
    field: { label: 'Speaks of a place', placeholder: 'Lisbon, or PT' },
  },
  country: {
    takes: 'text',
    chosen: (code) => `of places in ${code.toUpperCase()}`,
    field: {
      label: 'Speaks of places in',
      placeholder: 'PT',
      pattern: '[A-Za-z]{2}',
      title: 'A country’s code: PT',
    },
  },
  min: { takes: 'number', field: { label: 'Figure from', columns: 2, ...AMOUNT } },
  max: { takes: 'number', field: { label: 'to', columns: 2, ...AMOUNT } },
  unit: { takes: 'text', field: { label: 'unit', placeholder: 'any', columns: 2 } },
  remove: { takes: 'number', chosen: (count) => `${count} removes or more` },
  agentless: {
    takes: 'flag',
    chosen: () => 'nobody named',
    field: { label: 'Only where nobody is named' },
  },
  origins: {
    takes: 'flag',
    chosen: () => 'reprints as one',
    field: { label: 'Reprints of one story as one' },
  },
  order: { takes: 'text' },
}

export const NAMES = Object.keys(FILTERS) as (keyof Asked)[]

const EMPTY = { text: '', number: '', flag: false } as const

/** Asks nothing. */
export const NOTHING = Object.fromEntries(
  NAMES.map((name) => {
    const { takes } = FILTERS[name]
    return [name, typeof takes === 'string' ? EMPTY[takes] : []]
  }),
) as unknown as Asked
