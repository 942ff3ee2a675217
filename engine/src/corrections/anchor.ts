import type { Span } from '../record/index.js'

/**
 * A place in a text that may change: TextQuoteSelector and TextPositionSelector in one (W3C Web Annotation Data Model,
 * 4.2.4 and 4.2.5). Offsets and lengths count UTF-16 code units.
 */
export interface Anchor extends Span {
  exact: string
  /** Up to 32 characters before it. */
  prefix: string
  /** Up to 32 characters after it. */
  suffix: string
}

const CONTEXT = 32

export function anchorOf(text: string, { start, end }: Span): Anchor {
  const prefix = text.slice(Math.max(0, start - CONTEXT), start)
  const suffix = text.slice(end, end + CONTEXT)
  return {
    exact: text.slice(start, end),
    // Half a character is no context.
    prefix: prefix.replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: suffix.replace(/[\uD800-\uDBFF]$/, ''),
    start,
    end,
  }
}
