import type { Time } from '../record/index.js'
import { spanOf, type Tokens, type WordRange } from '../text/index.js'
import type { Draft } from './types.js'

/** Marks and words between a time and what it dates: ", ", " on ". */
const NEAR = 2

/** When it was said: where the model heard no words for it, a date right beside the cue ("said on Monday") or before the source ("On Monday, Ruiz"). */
export function dateStatements<D extends Draft>(
  tokens: Tokens,
  drafts: readonly D[],
  times: readonly Time[],
): D[] {
  const dated = grouped(
    times.filter(({ type }) => type === 'DATE' || type === 'TIME'),
    ({ start }) => sentenceAt(tokens, start),
  )
  const inSentence = grouped(drafts, ({ cue: [first] }) => tokens.sentenceOf[first])
  const found = drafts.map((each): D => {
    const draft = each.said && !besideCue(tokens, each) ? { ...each, said: null } : each
    if (draft.said) return draft
    const sentence = tokens.sentenceOf[draft.cue[0]] ?? -1
    let best: WordRange | null = null
    let nearest = NEAR + 1
    for (const { start, end } of dated.get(sentence) ?? []) {
      const range = wordsOf(tokens, draft.cue[0], start, end)
      if (!range || isTaken(range, draft)) continue
      if (inSentence.get(sentence)?.some((other) => covers(other, range, draft))) continue
      const gap = Math.min(
        ...[draft.cue, ...(draft.source ? [draft.source] : [])].map((of) => apart(range, of)),
      )
      if (gap < nearest) [nearest, best] = [gap, range]
    }
    return best ? { ...draft, said: best } : draft
  })
  // "On Monday, Ruiz said …, adding …": one source in one sentence, one time.
  const bySource = new Map<string, D>()
  const key = ({ source, cue: [first] }: D) => source && `${tokens.sentenceOf[first]} ${source[0]}`
  for (const draft of found) {
    const place = draft.said && key(draft)
    if (place && !bySource.has(place)) bySource.set(place, draft)
  }
  return found.map((draft) => {
    const twin = draft.said ? undefined : bySource.get(key(draft) ?? '')
    return twin ? { ...draft, said: twin.said } : draft
  })
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Words that date a statement stand in its sentence. */
const besideCue = (tokens: Tokens, { cue, said }: Draft) =>
  said !== null && tokens.sentenceOf[said[0]] === tokens.sentenceOf[cue[0]]

/** The sentence that a place in the text stands in, by bisection. */
function sentenceAt({ sentences }: Tokens, offset: number): number {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? Infinity) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Words of `[start, end)`, looked for around the word `near`. */
function wordsOf(tokens: Tokens, near: number, start: number, end: number): WordRange | null {
  let first = near
  while (first > 0 && spanOf(tokens, [first, first + 1]).start > start) first--
  while (first < tokens.words.length && spanOf(tokens, [first, first + 1]).end <= start) first++
  let last = first
  while (last < tokens.words.length && spanOf(tokens, [last, last + 1]).start < end) last++
  return last > first ? [first, last] : null
}

/** Words from one to the other, the first being before the second or right after it. */
const apart = ([a, b]: WordRange, [first, end]: WordRange) => (a >= end ? a - end : first - b)

const meets = ([a, b]: WordRange, [x, y]: WordRange) => a < y && x < b

/** A time inside what is said, or inside the name of who says it, dates something else. */
const isTaken = (range: WordRange, { source, content, channel }: Draft) =>
  [...content, ...(source ? [source] : []), ...(channel ? [channel] : [])].some((r) =>
    meets(r, range),
  )

/** Another statement of the sentence claims the time: it is nearer to that one's cue. */
const covers = (other: Draft, range: WordRange, draft: Draft) =>
  other.said !== null && meets(other.said, range) && other.cue[0] !== draft.cue[0]
