import fc from 'fast-check'
import { chainOf } from '../engine/src/derive/index.js'
import { ACTOR_KINDS, ACTS, QUOTATIONS, textSpan, VOICES } from '../engine/src/record/index.js'
import type { Actor, Ledger, Sentence, Span, Statement } from '../engine/src/record/index.js'
import { findSentences, findWords } from '../engine/src/text/index.js'

const chunk = fc.oneof(
  fc.lorem({ mode: 'sentences', maxCount: 3 }),
  fc.constantFrom(
    '“The lock held,” she said.',
    '👩‍🚒 said no.',
    '\r\n\n',
    'Ünïcödé e\u0301 said so.',
  ),
)
const text = fc.array(chunk, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))

/** A ledger that keeps the contract, of a text that may hold wide characters; statements stand anywhere in it. */
export const soundLedger: fc.Arbitrary<Ledger> = text.chain((words) => ledgerOf(words))

/** Random words of the text as a span. */
export function spanIn(words: readonly Span[]): fc.Arbitrary<Span> {
  const place = fc.nat(words.length - 1)
  return fc.tuple(place, fc.nat(6)).map(([first, more]) => ({
    start: words[first]!.start,
    end: words[Math.min(words.length - 1, first + more)]!.end,
  }))
}

function ledgerOf(text: string): fc.Arbitrary<Ledger> {
  const words = findWords(text)
  if (words.length === 0) return fc.constant(assemble(text, [], [], []))
  const span = spanIn(words).map(({ start, end }) => textSpan(text, start, end))
  const actor = fc.record({
    name: fc.constantFrom('Ana Ruiz', 'officials', 'the mayor', 'Cabo Wire'),
    kind: fc.constantFrom(...ACTOR_KINDS),
    mentions: fc.array(span, { maxLength: 3 }),
  })
  const statement = fc.record({
    parent: fc.option(fc.nat(5)),
    source: fc.option(fc.tuple(span, fc.nat(4))),
    cue: fc.option(span),
    act: fc.constantFrom(...ACTS),
    content: span,
    quotation: fc.constantFrom(...QUOTATIONS),
    channel: fc.option(fc.tuple(span, fc.option(fc.nat(4)))),
  })
  return fc
    .tuple(
      // Two of one name could not be told apart.
      fc.uniqueArray(actor, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
      fc.array(statement, { maxLength: 6 }),
      fc.array(fc.constantFrom(...VOICES), { minLength: 9, maxLength: 9 }),
    )
    .map(([people, drafts, voices]) => {
      const actors = people.map((each, i): Actor => {
        return { id: `a${i + 1}`, title: null, justification: null, ...each }
      })
      const idOf = (n: number | null) => (n === null ? null : `a${n % (actors.length + 1)}`)
      const statements = drafts.map((draft, i): Statement => {
        const who = draft.source && (idOf(draft.source[1]) as string)
        const none = { start: null, end: null, text: null }
        return {
          id: `s${i + 1}`,
          parent: draft.parent === null || draft.parent >= i ? null : `s${draft.parent + 1}`,
          ...{ chain: [], remove: null, said: null, confidence: 0.5, quotation: draft.quotation },
          source: draft.source && who ? { ...draft.source[0], actor: who, actors: [who] } : null,
          cue: { ...(draft.cue ?? none), act: draft.act, negated: false },
          content: [draft.content],
          channel: draft.channel && { ...draft.channel[0], actor: idOf(draft.channel[1]) },
        }
      })
      const sentences = findSentences(text, words, new Set()).map((sentence, i): Sentence => {
        return { ...sentence, voice: voices[i % voices.length]! }
      })
      return assemble(text, sentences, statements, actors)
    })
}

function assemble(
  text: string,
  sentences: Sentence[],
  statements: Statement[],
  actors: Actor[],
): Ledger {
  const hash = `sha256:${'1'.repeat(64)}`
  for (const statement of statements) {
    statement.chain = chainOf(statement.id, (id) => {
      const each = statements.find((other) => other.id === id)
      return (
        each && {
          parent: each.parent,
          actor: each.source?.actor ?? null,
          told: each.channel?.actor ?? null,
        }
      )
    })
    statement.remove = statement.source ? statement.chain.length - 1 : null
  }
  return {
    contract: 1,
    engine: { version: '0.1.0', reader: 'default', model: null },
    article: {
      ...{ id: hash, origin: 'any.txt', bytes: hash, title: null, byline: null, outlet: null },
      ...{ published: null, language: 'en', text },
    },
    ...{ sentences, statements, actors },
    ...{ places: [], times: [], quantities: [], wording: [], notes: [] },
  }
}
