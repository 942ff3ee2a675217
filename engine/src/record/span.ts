/** Half-open `[start, end)` in UTF-16 code units of `Article.text`, as `String.prototype.slice` takes it. */
export interface Span {
  start: number
  end: number
}

/** A span with the characters it covers; `text` always equals `article.text.slice(start, end)`. */
export interface TextSpan extends Span {
  text: string
}

/** The characters of `span`, carried along so that a reader of the ledger can check the offsets. */
export function textSpan(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) }
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True when `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
