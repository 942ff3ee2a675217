import { createHash } from 'node:crypto'
import type { Act, Ledger } from '../engine/src/record/index.js'
import type { Capture } from '../store/src/store.js'

/** What an invented article says; each part has a value of its own unless told. */
export interface Invention {
  who?: string
  cue?: string
  act?: Act
  /** What was said. */
  what?: string
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
  const text = `${who} ${cue} ${what}.`
  const bytes = new TextEncoder().encode(text)
  const span = (words: string, from: number) => {
    const start = text.indexOf(words, from)
    return { start, end: start + words.length, text: words }
  }
  const source = span(who, 0)
  const verb = span(cue, source.end)
  const ledger: Ledger = {
    contract: 1,
    engine: { version: '0.1.0', reader: 'default', model: null },
    article: {
      id: sha256(text),
      origin: address.replace(/^.*\//, ''),
      bytes: sha256(bytes),
      ...{ title: null, byline: null, outlet, published, language: 'en', text },
    },
    sentences: [{ start: 0, end: text.length, voice: 'attributed' }],
    statements: [
      {
        id: 's1',
        parent: null,
        chain: ['a1', 'a0'],
        remove: 1,
        source: { ...source, actor: 'a1', actors: ['a1'] },
        cue: { ...verb, act, negated: false },
        content: [span(what, verb.end)],
        quotation: 'indirect',
        channel: null,
        said: null,
        confidence: 0.9,
      },
    ],
    actors: [
      { id: 'a1', name: who, kind: 'person', title: null, justification: null, mentions: [source] },
    ],
    ...{ places: [], times: [], quantities: [], wording: [], notes: [] },
  }
  const particulars = { outlet: outlet ?? undefined, published: published ?? undefined }
  return { capture: { address, origin: ledger.article.origin, particulars, bytes }, ledger }
}
