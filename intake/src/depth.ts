import { Parser } from 'htmlparser2'

/**
 * How deep tags may nest. Browsers stop at 512 themselves; Readability takes a second at 500 and half
 * a minute at 2,000, and linkedom's tree overflows the stack at some thousands.
 */
export const MAX_DEPTH = 500

/** True when tags nest deeper than MAX_DEPTH, by the same tokenizer that would build the page. */
export function isTooDeep(html: string): boolean {
  let depth = 0
  let tooDeep = false
  const parser = new Parser({
    onopentag() {
      if (++depth <= MAX_DEPTH) return
      tooDeep = true
      parser.pause()
    },
    onclosetag() {
      depth--
    },
  })
  parser.write(html)
  return tooDeep
}
