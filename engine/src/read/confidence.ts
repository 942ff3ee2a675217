import type { Draft } from './types.js'

/** How sure it is that cue, source and content are all right. */
export function rateStatement({ scores, content }: Draft): number {
  return scores.cue * scores.source * (content.length ? scores.content : 0.5)
}
