import { invalid } from '../answers/invalid.js'

/** What an article says is kept as it is; everything else is kept, looked for or shown. */
const ARTICLE = new Set(['text', 'html'])

/** @throws HearsayError `request-invalid`: a field holds a NUL, or half a character (a lone surrogate). */
export function refuseOdd(data: unknown, path: string[] = []): void {
  if (typeof data === 'string' && /[\p{Cs}\0]/u.test(data))
    throw invalid([{ path, message: 'holds a NUL or half a character. Leave it out' }])
  if (typeof data !== 'object' || data === null) return
  for (const [name, value] of Object.entries(data))
    if (path.length > 0 || !ARTICLE.has(name)) refuseOdd(value, [...path, name])
}
