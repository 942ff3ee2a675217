import type { Ledger, VersionChange } from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

/** “the dam [-held all night-]{+broke+}”, as wdiff has it: what is gone, and what has come. */
export function wordChangeLines(
  change: VersionChange,
  before: Ledger,
  after: Ledger,
  canvas: Canvas,
): string[] {
  const span = change.after?.span
  if (!span) return []
  const [was, is] = [before.article.text, after.article.text]
  let at = span.start
  const parts: string[] = []
  for (const edit of change.edits) {
    parts.push(plain(is.slice(at, edit.after.start)))
    const gone = plain(was.slice(edit.before.start, edit.before.end))
    const come = plain(is.slice(edit.after.start, edit.after.end))
    if (gone) parts.push(`[-${gone}-]`)
    if (come) parts.push(`{+${come}+}`)
    at = edit.after.end
  }
  parts.push(plain(is.slice(at, span.end)))
  return painted(wrap(parts.filter(Boolean).join(' '), canvas.width), canvas)
}

/** Colours go on over the end of a line. */
function painted(lines: readonly string[], canvas: Canvas): string[] {
  const { gone, come } = paints(canvas)
  let paint: ((text: string) => string) | null = null
  return lines.map((line) =>
    line
      .split(/(?=\[-|\{\+)|(?<=-\]|\+\})/u)
      .map((part) => {
        if (part.startsWith('[-')) paint = gone
        else if (part.startsWith('{+')) paint = come
        const done = paint ? paint(part) : part
        if (part.endsWith('-]') || part.endsWith('+}')) paint = null
        return done
      })
      .join(''),
  )
}
