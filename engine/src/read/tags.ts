import type { ActorWords } from '../lexicon/index.js'
import { TAGS, type LabelKind, type WordTags } from '../model/index.js'
import { LONGEST_NAME, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Entity, Remark, Tags } from './types.js'

/** The likeliest tag of every word, as entities, parts of speech, noun phrases and remarks on sources. */
export function nameTags(
  tokens: Tokens,
  { genderOfName }: Pick<ActorWords, 'genderOfName'>,
  { best: labels }: Pick<WordTags, 'best'>,
): Tags {
  const best = <K extends LabelKind>(kind: K) =>
    Array.from(labels[kind], (label): (typeof TAGS)[K][number] => TAGS[kind][label] as never)
  return {
    entities: joined(tokens, withFirstNames(tokens, genderOfName, spansOf(best('entity')))),
    parts: best('part'),
    phrases: bracketed(tokens, best('opens'), best('closes')),
    remarks: spansOf<Remark['kind']>(best('note')),
  }
}

/** Spans of B- and I- tags; an inside tag after another kind begins a span of its own. */
function spansOf<Kind extends string>(tags: readonly string[]): { kind: Kind; range: WordRange }[] {
  const spans: { kind: Kind; range: [number, number] }[] = []
  for (const [k, tag] of tags.entries()) {
    if (tag === 'O') continue
    const kind = tag.slice(2) as Kind
    const last = spans.at(-1)
    const goesOn = tag.startsWith('I') && last?.kind === kind && last.range[1] === k
    if (goesOn && k - last.range[0] < LONGEST_NAME) last.range[1] = k + 1
    else spans.push({ kind, range: [k, k + 1] })
  }
  return spans
}

/** "Maria Lagos" is a person, whatever Lagos is: a first name right before a place makes it one. */
function withFirstNames(
  tokens: Tokens,
  genderOfName: ActorWords['genderOfName'],
  entities: readonly Entity[],
): Entity[] {
  const taken = new Set(entities.map(({ range }) => range[1]))
  return entities.map((entity) => {
    const [first, end] = entity.range
    const before = wordAt(tokens, first - 1)
    const isFirstName =
      entity.kind === 'LOC' &&
      !taken.has(first) &&
      /^\p{Lu}\p{Ll}/u.test(before) &&
      tokens.sentenceOf[first - 1] === tokens.sentenceOf[first] &&
      genderOfName(before.toLowerCase()) !== null
    return isFirstName ? { kind: 'PER', range: [first - 1, end] } : entity
  })
}

/** Names that touch are one: a ship that is half a place and half a person. It is a body's when a part is, else what its end is. */
function joined(tokens: Tokens, entities: readonly Entity[]): Entity[] {
  const whole: Entity[] = []
  for (const entity of entities) {
    const last = whole.at(-1)
    const touches =
      last !== undefined &&
      last.kind !== entity.kind &&
      isName(last) &&
      isName(entity) &&
      last.range[1] === entity.range[0] &&
      entity.range[1] - last.range[0] <= LONGEST_NAME &&
      /^\p{Lu}/u.test(wordAt(tokens, entity.range[0]))
    if (!touches) {
      whole.push(entity)
      continue
    }
    const kind = last.kind === 'ORG' ? 'ORG' : entity.kind
    whole[whole.length - 1] = { kind, range: [last.range[0], entity.range[1]] }
  }
  return whole
}

const isName = ({ kind }: Entity) => kind === 'PER' || kind === 'ORG' || kind === 'LOC'

/** The model hears no phrase that is longer than what it sees at once. */
const LONGEST_PHRASE = 200

/** Ranges between words that open and words that close, innermost first matched; none crosses a sentence. */
function bracketed(
  { sentenceOf }: Tokens,
  opens: readonly number[],
  closes: readonly number[],
): WordRange[] {
  const found: WordRange[] = []
  let open: number[] = []
  for (let k = 0; k < opens.length; k++) {
    if (sentenceOf[k] !== sentenceOf[k - 1]) open = []
    for (let i = opens[k] ?? 0; i > 0; i--) open.push(k)
    for (let i = closes[k] ?? 0; i > 0; i--) {
      const first = open.pop()
      if (first !== undefined && k - first < LONGEST_PHRASE) found.push([first, k + 1])
    }
  }
  return found.sort(([a, b], [c, d]) => a - c || d - b)
}
