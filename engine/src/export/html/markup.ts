/** Markup that is safe to put on the page: only `markup` makes it. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = Markup | string | number | null | false | readonly Part[]

/**
 * A template whose holes are escaped: text from an article can become text or an attribute's value, never an
 * element. `null` and `false` leave nothing, lists are joined, `Markup` goes in as it is.
 */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((string, i) => string + render(parts[i] ?? null)).join(''))
}

/** Markup from a constant of this program, such as its style sheet. Never from an article. */
export function verbatim(constant: string): Markup {
  return new Markup(constant)
}

function render(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Markup) return part.html
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return part.map(render).join('')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Control characters and lone surrogates, which no page may hold, become the replacement character; every end of a line
 * is a line feed, as a browser would make it.
 */
function escape(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '\uFFFD')
}
