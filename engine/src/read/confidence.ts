import type { Decoding } from '../model/index.js'
import type { Draft } from './types.js'

/**
 * Probability that cue, source and content are all right: the model's own probabilities, multiplied, then set straight
 * by what held on the development parts (`decoding.confidence`, points [raw, right], joined by lines).
 */
export function rateStatement({ scores, content }: Draft, { confidence }: Decoding): number {
  const raw = scores.cue * scores.source * (content.length ? scores.content : 0.5)
  const next = confidence.findIndex(([x]) => x >= raw)
  const [x1, y1] = confidence[next] ?? confidence.at(-1) ?? [1, 1]
  const [x0, y0] = confidence[next - 1] ?? [0, 0]
  if (next < 0) return y1
  return x1 === x0 ? y1 : y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0)
}
