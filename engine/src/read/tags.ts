import { argmax, TAGS, type Part, type TagKind } from '../model/index.js'
import type { Tokens, WordRange } from '../text/index.js'
import type { Entity, Remark, Tags } from './types.js'

/** The likeliest tag of every word, as entities, parts of speech, noun phrases and remarks on sources. */
export function nameTags(tokens: Tokens, scores: Readonly<Record<TagKind, Float32Array>>): Tags {
  const best = (kind: TagKind) => {
    const { length } = TAGS[kind]
    return Array.from(
      tokens.words,
      (_, k) => TAGS[kind][argmax(scores[kind].subarray(k * length, (k + 1) * length))],
    )
  }
  return {
    entities: spansOf<Entity['kind']>(best('entity') as string[]),
    parts: best('part') as Part[],
    phrases: bracketed(tokens, best('opens') as number[], best('closes') as number[]),
    remarks: spansOf<Remark['kind']>(best('note') as string[]),
  }
}

/** Spans of B- and I- tags; an inside tag after another kind begins a span of its own. */
function spansOf<Kind extends string>(tags: readonly string[]): { kind: Kind; range: WordRange }[] {
  const spans: { kind: Kind; range: [number, number] }[] = []
  for (const [k, tag] of tags.entries()) {
    if (tag === 'O') continue
    const kind = tag.slice(2) as Kind
    const last = spans.at(-1)
    if (tag.startsWith('I') && last?.kind === kind && last.range[1] === k) last.range[1] = k + 1
    else spans.push({ kind, range: [k, k + 1] })
  }
  return spans
}

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
      if (first !== undefined) found.push([first, k + 1])
    }
  }
  return found.sort(([a, b], [c, d]) => a - c || d - b)
}
