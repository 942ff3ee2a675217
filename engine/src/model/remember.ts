import type { CueScores, Scorer, WordScores } from './scorer.js'
import type { WindowInput } from './windows.js'

/** Windows whose scores are kept: a text that repeats itself comes round to the same few. */
const KEPT = 16

/**
 * A scorer that asks `scorer` once about windows that are the same, piece by piece, as one of the last few. The scores are
 * those that it would give again: only the work is saved, where a text says the same thing a thousand times.
 */
export function remembering(scorer: Scorer): Scorer {
  const windows = new Map<string, Promise<WordScores>>()
  const cues = new WeakMap<WordScores, Map<string, Promise<CueScores>>>()
  return {
    id: scorer.id,
    readWords: (window) => kept(windows, keyOf(window), () => scorer.readWords(window)),
    askCues(scores, asked) {
      const answers = cues.get(scores) ?? new Map<string, Promise<CueScores>>()
      cues.set(scores, answers)
      return kept(answers, String(asked), () => scorer.askCues(scores, asked))
    },
    close: () => scorer.close(),
  }
}

const keyOf = ({ ids, shapes, quotes, lines, at }: WindowInput) =>
  [ids, shapes, quotes, lines, at].join(' ')

/** What was asked last is kept longest; what failed is asked again. */
function kept<Value>(
  memory: Map<string, Promise<Value>>,
  key: string,
  ask: () => Promise<Value>,
): Promise<Value> {
  const known = memory.get(key)
  memory.delete(key)
  const value = known ?? ask()
  memory.set(key, value)
  value.catch(() => memory.delete(key))
  const [oldest] = memory.keys()
  if (memory.size > KEPT && oldest !== undefined) memory.delete(oldest)
  return value
}
