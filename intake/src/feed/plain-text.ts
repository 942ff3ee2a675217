import { Parser } from 'htmlparser2'

/** The words of a bit of markup, such as a title, in one line; undefined when there are none. */
export function plainText(markup: string | undefined): string | undefined {
  if (!markup) return undefined
  const pieces: string[] = []
  const parser = new Parser({ ontext: (text) => pieces.push(text) })
  parser.end(markup)
  return pieces.join('').replace(/\s+/g, ' ').trim() || undefined
}
