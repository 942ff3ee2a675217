/**
 * `text` from its first tag or word on: white space, comments, processing instructions and, unless `keepDoctype`, the
 * DOCTYPE before it are passed over; empty when one of them does not end. Looks at each character once, whatever they are.
 */
export function afterProlog(text: string, { keepDoctype = false } = {}): string {
  let at = 0
  while (at >= 0) {
    const here = text.slice(at).trimStart()
    at = text.length - here.length
    const doctype = /^<!doctype/i.test(here)
    if (here.startsWith('<!--')) at = behind(text, '-->', at + 4)
    else if (here.startsWith('<?')) at = behind(text, '>', at + 2)
    else if (doctype && !keepDoctype) at = behindDoctype(text, at)
    else return here
  }
  return ''
}

/** -1 when it does not come. */
function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

/** A DOCTYPE may hold declarations in square brackets, and they any number of `>` (XML 1.0, section 2.8). */
function behindDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from)
  const bracket = text.indexOf('[', from)
  if (bracket < 0 || end < bracket) return end < 0 ? -1 : end + 1
  const closing = /\]\s*>/g
  closing.lastIndex = bracket
  return closing.test(text) ? closing.lastIndex : -1
}
