/** Marks ranges without touching the page, by the CSS Custom Highlight API: what comes and goes with the eye. */
export function highlight(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}
