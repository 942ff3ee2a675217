import type { Span, VersionChange } from '@hearsay/engine/view'

type Side = NonNullable<VersionChange['before']>

/**
 * The words of one side, cut where they differ from the other. `edits` count in the version's text; words that are
 * joined of several fragments, or stand beside the text, cannot be cut and stay whole.
 */
export function editParts(
  { text, span }: Pick<Side, 'text' | 'span'>,
  edits: readonly Span[],
): { text: string; differs: boolean }[] {
  if (!span || span.end - span.start !== text.length) return [{ text, differs: false }]
  const parts: { text: string; differs: boolean }[] = []
  let at = 0
  for (const edit of edits) {
    const start = Math.max(at, edit.start - span.start)
    const end = Math.min(text.length, edit.end - span.start)
    if (end <= start) continue
    parts.push({ text: text.slice(at, start), differs: false })
    parts.push({ text: text.slice(start, end), differs: true })
    at = end
  }
  parts.push({ text: text.slice(at), differs: false })
  return parts.filter((part) => part.text !== '')
}
