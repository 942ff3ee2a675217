/** Scores to spans: pure, tested by handing in scores. Ranges count words of the window. */
export type Range = readonly [first: number, end: number]

export interface Scored {
  range: Range
  /** Mean probability of the words' tags. */
  score: number
}

/** Mean of rows `[first, end)` of logits of `width`. */
export function meanRow(logits: Float32Array, width: number, first: number, end: number): number[] {
  return Array.from({ length: width }, (_, j) => {
    let sum = 0
    for (let r = first; r < end; r++) sum += logits[r * width + j] ?? 0
    return sum / Math.max(1, end - first)
  })
}

export function argmax(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}

/** Cue spans from log probabilities of O, B, I: the best sequence, a word outside any cue costing `outside`, a new cue `again`. */
export function decodeCues(
  logp: Float32Array,
  outside: (word: number) => number,
  again: number,
): Scored[] {
  const costly = logp.slice()
  for (let k = 0; k < costly.length; k += 3) costly[k] = (costly[k] as number) - outside(k / 3)
  return spansOfTag(
    bestTags(costly, 3, () => again),
    1,
    logp,
    3,
  )
}

/**
 * The best sequence of tags for one cue (Viterbi): I- only goes on from its own B- or I-; each new span after the
 * first of a role costs `again`, so that a fragment must be worth more than a doubt.
 * @param logp log probabilities `[words][tags]`, tag 0 O, then B and I of each role in turn.
 */
export function bestTags(
  logp: Float32Array,
  tags: number,
  cost: (tag: number) => number,
): number[] {
  const words = logp.length / tags
  const back = new Int8Array(words * tags)
  let score = new Float64Array(tags).fill(-1e9)
  let next = new Float64Array(tags)
  const costs = Array.from({ length: tags }, (_, tag) => (tag % 2 === 1 ? cost(tag) : 0))
  for (let k = 0; k < words; k++) {
    const best = argmax(score)
    for (let t = 0; t < tags; t++) {
      const inside = t > 0 && t % 2 === 0
      let from = best
      if (inside) from = (score[t] as number) >= (score[t - 1] as number) ? t : t - 1
      const reached = k === 0 ? (inside ? -1e9 : 0) : (score[from] as number)
      next[t] = reached + (logp[k * tags + t] as number) - (costs[t] as number)
      back[k * tags + t] = from
    }
    ;[score, next] = [next, score]
  }
  const path = new Array<number>(words)
  let tag = argmax(score)
  for (let k = words - 1; k >= 0; k--) {
    path[k] = tag
    tag = back[k * tags + tag] ?? 0
  }
  return path
}

/** Spans of the role whose B- tag is `first`, with the mean probability of their tags. */
export function spansOfTag(
  path: readonly number[],
  first: number,
  logp: Float32Array,
  tags: number,
): Scored[] {
  const found: Scored[] = []
  for (let k = 0; k < path.length; k++) {
    if (path[k] !== first) continue
    let end = k + 1
    while (path[end] === first + 1) end++
    let score = 0
    for (let i = k; i < end; i++) score += either(logp, i * tags + first)
    found.push({ range: [k, end], score: score / (end - k) })
  }
  return found
}

/**
 * How sure it is which words a role has that took `spans`: the share of words in common (Jaccard) to be expected with the
 * right ones, the probability of the least sure word within, and of the likeliest one outside.
 */
export function surenessOf(
  spans: readonly Range[],
  first: number,
  logp: Float32Array,
  tags: number,
): { overlap: number; weakest: number; rival: number } {
  let [size, within, outside, weakest, rival] = [0, 0, 0, 1, 0]
  for (let k = 0; k * tags < logp.length; k++) {
    const p = either(logp, k * tags + first)
    if (spans.some(([a, b]) => a <= k && k < b)) {
      size++
      within += p
      weakest = Math.min(weakest, p)
    } else {
      outside += p
      rival = Math.max(rival, p)
    }
  }
  return { overlap: size ? within / (size + outside) : 1 - rival, weakest, rival }
}

/** Logits to probabilities. */
export function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits)
  const most = Math.max(...values)
  const raised = values.map((value) => Math.exp(value - most))
  const total = raised.reduce((sum, value) => sum + value, 0)
  return raised.map((value) => value / total)
}

/** Probability of a role's B- tag or its I- tag, from the place of the former. */
export const either = (logp: Float32Array, at: number): number =>
  Math.exp(logp[at] as number) + Math.exp(logp[at + 1] as number)
