import { createHash } from 'node:crypto'
import type { Act, Ledger, Voice } from '../engine/src/record/index.js'
import type { Capture } from '../store/src/store.js'

/** What an invented article says; each part has a value of its own unless told. */
export interface Invention {
  who?: string
  cue?: string
  act?: Act
  /** What was said. */
  what?: string
  voice?: Voice
  /** Nobody is named. */
  agentless?: boolean
  /** ISO date when it was said. */
  said?: string
  /** Words of what was said, each with the country it lies in. */
  places?: Record<string, string>
  /** The same, each with its TIMEX3 value. */
  times?: Record<string, string>
  /** The same, each with its value and unit. */
  numbers?: Record<string, [value: number, unit: string | null]>
  title?: string
  address?: string
  outlet?: string | null
  published?: string | null
}

const sha256 = (data: string | Uint8Array) =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`

/** An article of one sentence, as bytes and as the ledger that a reader would make of it. */
export function invented(invention: Invention = {}): { capture: Capture; ledger: Ledger } {
  const { who = 'Ana Ruiz', cue = 'said', act = 'assert', what = 'the dam held' } = invention
  const { address = 'file:///articles/dam.txt', outlet = null, published = null } = invention
  const { voice = 'attributed', agentless = false, said = null, title = null } = invention
  const text = `${who} ${cue} ${what}.`
  const bytes = new TextEncoder().encode(text)
  const span = (words: string, from: number) => {
    const start = text.indexOf(words, from)
    return { start, end: start + words.length, text: words }
  }
  const source = span(who, 0)
  const verb = span(cue, source.end)
  const within = <T, U>(
    words: Record<string, T> | undefined,
    more: (value: T, words: string) => U,
  ) =>
    Object.entries(words ?? {}).map(([each, value]) => ({
      ...span(each, verb.end),
      ...more(value, each),
    }))
  const ledger: Ledger = {
    contract: 1,
    engine: { version: '0.1.0', reader: 'default', model: null },
    article: {
      id: sha256(text),
      origin: address.replace(/^.*\//, ''),
      bytes: sha256(bytes),
      ...{ title, byline: null, outlet, published, language: 'en', text },
    },
    sentences: [{ start: 0, end: text.length, voice }],
    statements: [
      {
        id: 's1',
        parent: null,
        chain: agentless ? ['a0'] : ['a1', 'a0'],
        remove: agentless ? null : 1,
        source: agentless ? null : { ...source, actor: 'a1', actors: ['a1'] },
        cue: { ...verb, act, negated: false },
        content: [span(what, verb.end)],
        quotation: 'indirect',
        channel: null,
        said: said === null ? null : { ...verb, date: said },
        confidence: 0.9,
      },
    ],
    actors: [
      { id: 'a1', name: who, kind: 'person', title: null, justification: null, mentions: [source] },
    ],
    places: within(invention.places, (country, name) => ({ name, lat: 1, lon: 2, country })),
    times: within(invention.times, (value) => ({ type: 'DATE' as const, value })),
    quantities: within(invention.numbers, ([value, unit]) => ({
      ...{ value, unit, approximate: false, bound: null },
    })),
    ...{ wording: [], notes: [] },
  }
  const particulars = { outlet: outlet ?? undefined, published: published ?? undefined }
  return { capture: { address, origin: ledger.article.origin, particulars, bytes }, ledger }
}
