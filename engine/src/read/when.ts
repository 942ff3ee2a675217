import type { Time } from '../record/index.js'
import { rangeIndex, type Tokens, type WordRange } from '../text/index.js'
import type { Draft } from './types.js'

/** Marks and words between a time and what it dates: ", ", " on ". */
const NEAR = 2

/** When it was said: where the model heard no words for it, a date right beside the cue ("said on Monday") or before the source ("On Monday, Ruiz"). */
export function dateStatements<D extends Draft>(
  tokens: Tokens,
  drafts: readonly D[],
  times: readonly Time[],
): D[] {
  const dated = rangeIndex(
    times
      .filter(({ type }) => type === 'DATE' || type === 'TIME')
      .flatMap((time) => wordsOf(tokens, time)),
    (range) => range,
  )
  const told = rangeIndex(
    drafts.filter(({ said }) => said),
    ({ said }) => said as WordRange,
  )
  // Another statement of the sentence claims the time: it is nearer to that one's cue.
  const covers = (other: D, draft: D) =>
    other.cue[0] !== draft.cue[0] &&
    tokens.sentenceOf[other.cue[0]] === tokens.sentenceOf[draft.cue[0]]
  const found = drafts.map((each): D => {
    const draft = each.said && !besideCue(tokens, each) ? { ...each, said: null } : each
    if (draft.said) return draft
    const sentence = tokens.sentenceOf[draft.cue[0]] ?? -1
    let best: WordRange | null = null
    let nearest = NEAR + 1
    const beside = [draft.cue, ...(draft.source ? [draft.source] : [])]
    const nearby = beside.flatMap(([a, b]) => dated([a - NEAR - 1, b + NEAR + 1]))
    for (const range of nearby.sort(([a], [b]) => a - b)) {
      if (tokens.sentenceOf[range[0]] !== sentence || isTaken(range, draft)) continue
      if (told(range).some((other) => covers(other, draft))) continue
      const gap = Math.min(...beside.map((of) => apart(range, of)))
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

/** Words that date a statement stand in its sentence. */
const besideCue = (tokens: Tokens, { cue, said }: Draft) =>
  said !== null && tokens.sentenceOf[said[0]] === tokens.sentenceOf[cue[0]]

/** The words that a time lies in, by bisection; a time ends within a word at times: "Monday's". */
function wordsOf({ words }: Tokens, { start, end }: Time): WordRange[] {
  const after = (isPast: (k: number) => boolean) => {
    let [low, high] = [0, words.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isPast(middle)) high = middle
      else low = middle + 1
    }
    return low
  }
  const first = after((k) => (words[k]?.end ?? Infinity) > start)
  const last = after((k) => (words[k]?.start ?? Infinity) >= end)
  return last > first ? [[first, last]] : []
}

/** Words from one to the other, the first being before the second or right after it. */
const apart = ([a, b]: WordRange, [first, end]: WordRange) => (a >= end ? a - end : first - b)

const meets = ([a, b]: WordRange, [x, y]: WordRange) => a < y && x < b

/** A time inside what is said, or inside the name of who says it, dates something else. */
const isTaken = (range: WordRange, { source, content, channel }: Draft) =>
  [...content, ...(source ? [source] : []), ...(channel ? [channel] : [])].some((r) =>
    meets(r, range),
  )
