import fc from 'fast-check'
import {
  ACTOR_KINDS,
  ACTS,
  QUOTATIONS,
  TIME_TYPES,
  VOICES,
  WORDING_KINDS,
  type Ledger,
  type Statement,
  type TextSpan,
} from '../engine/src/record/index.js'

/** Text that tries to break out: markup, terminal escapes, formulas, wide and broken characters. */
const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></title></textarea>',
  '&lt;b&gt;&#x27;',
  '\u001b[31m\u0007\u009b2J',
  '=HYPERLINK("https://x.example")',
  '\ud83d',
  '新聞報道',
  '👩‍🚒🇺🇳',
  'e\u0301\u202e',
  '\r\n\n',
  ' “she said” ',
)
const words = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 8 })))
  .map((parts) => parts.join(' '))

const degrees = fc.tuple(fc.double({ min: -90, max: 90 }), fc.double({ min: -180, max: 180 }))
const timex = fc.constantFrom('2031-05', '2031-05-02T14:00', 'P3D', 'XXXX-WXX-1', 'PRESENT_REF')
const bound = fc.constantFrom('>=', '<=', '>', '<')

/** A ledger whose fields have the contract's types and whose links may be wrong: parents in a ring, actors missing. */
export const arbitraryLedger: fc.Arbitrary<Ledger> = words.chain((text) => {
  // A span never parts the two halves of one character.
  const offset = fc
    .nat(text.length)
    .map((at) => (/^[\uDC00-\uDFFF]/.test(text.slice(at)) ? Math.max(0, at - 1) : at))
  const span: fc.Arbitrary<TextSpan> = fc.tuple(offset, offset).map(([a, b]) => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)]
    return { start, end, text: text.slice(start, end) }
  })
  const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value)
  const actorId = fc.constantFrom('a0', 'a1', 'a2', 'a9')
  const statementId = fc.constantFrom('s1', 's2', 's3', '"><x>')
  const statement: fc.Arbitrary<Statement> = fc.record({
    id: statementId,
    parent: orNull(statementId),
    chain: fc.array(actorId),
    remove: orNull(fc.nat(4)),
    source: orNull(
      fc
        .tuple(span, actorId, fc.array(actorId))
        .map(([at, actor, actors]) => ({ ...at, actor, actors })),
    ),
    cue: fc
      .tuple(orNull(span), fc.constantFrom(...ACTS), fc.boolean())
      .map(([at, act, negated]) => ({
        ...(at ?? { start: null, end: null, text: null }),
        act,
        negated,
      })),
    content: fc.array(span, { maxLength: 3 }),
    quotation: fc.constantFrom(...QUOTATIONS),
    channel: orNull(fc.tuple(span, orNull(actorId)).map(([at, actor]) => ({ ...at, actor }))),
    addressee: orNull(fc.tuple(span, orNull(actorId)).map(([at, actor]) => ({ ...at, actor }))),
    said: orNull(fc.tuple(span, orNull(words)).map(([at, date]) => ({ ...at, date }))),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  return fc.record({
    contract: fc.constant(1 as const),
    engine: fc.record({ version: words, reader: words, model: orNull(words) }),
    article: fc.record({
      id: words,
      origin: fc.oneof(words, fc.constantFrom('javascript:alert(1)', 'https://a.example/"onx=')),
      bytes: words,
      title: orNull(words),
      byline: orNull(words),
      outlet: orNull(words),
      published: orNull(fc.oneof(words, fc.constant('2031-05-02'))),
      language: orNull(fc.oneof(words, fc.constant('en'))),
      text: fc.constant(text),
    }),
    sentences: fc.array(
      fc
        .tuple(span, fc.constantFrom(...VOICES))
        .map(([{ start, end }, voice]) => ({ start, end, voice })),
    ),
    statements: fc.array(statement, { maxLength: 6 }),
    actors: fc.array(
      fc.record({
        id: actorId,
        name: words,
        kind: fc.constantFrom(...ACTOR_KINDS),
        title: orNull(words),
        justification: orNull(words),
        mentions: fc.array(span, { maxLength: 2 }),
      }),
      { maxLength: 4 },
    ),
    places: fc.array(
      fc
        .tuple(span, words, degrees, orNull(words))
        .map(([at, name, [lat, lon], country]) => ({ ...at, name, lat, lon, country })),
      { maxLength: 3 },
    ),
    times: fc.array(
      fc
        .tuple(span, fc.constantFrom(...TIME_TYPES), orNull(fc.oneof(words, timex)))
        .map(([at, type, value]) => ({ ...at, type, value })),
      { maxLength: 3 },
    ),
    quantities: fc.array(
      fc
        .tuple(span, fc.double({ noNaN: true }), orNull(words), fc.boolean(), orNull(bound))
        .map(([at, value, unit, approximate, bound]) => {
          return { ...at, value, unit, approximate, bound }
        }),
      { maxLength: 3 },
    ),
    wording: fc.array(
      fc
        .tuple(span, fc.constantFrom(...WORDING_KINDS), words)
        .map(([at, kind, rule]) => ({ ...at, kind, rule })),
      { maxLength: 3 },
    ),
    notes: fc.array(
      fc.record({ code: fc.constant('any'), message: words, start: fc.nat(text.length) }),
      { maxLength: 3 },
    ),
  })
})
