import { HearsayError } from '@hearsay/engine'
import type { Value } from '../database.js'

/**
 * The value, unless it is a text that holds a NUL: SQLite's library would cut it short without a word, and PostgreSQL
 * takes none.
 * @throws HearsayError `text-unstorable`.
 */
export function withoutNul(value: Value): Value {
  if (typeof value === 'string' && value.includes('\0')) throw unstorable(value)
  return value
}

/**
 * Looks through all texts of what a person says, which must come out again as they are.
 * @throws HearsayError `text-unstorable`: one holds a NUL, or half a character (a lone surrogate).
 */
export function refuseUnstorable(said: unknown): void {
  if (typeof said === 'string' && /[\p{Cs}\0]/u.test(said)) throw unstorable(said)
  if (typeof said === 'object' && said !== null) Object.values(said).forEach(refuseUnstorable)
}

function unstorable(text: string): HearsayError {
  const at = text.search(/[\p{Cs}\0]/u)
  const near = text.slice(Math.max(0, at - 20), at + 20).replace(/[\p{Cs}\0]/gu, '\uFFFD')
  return new HearsayError(
    'text-unstorable',
    `“${near}” holds a character that cannot be kept or looked for: a NUL or half of a pair. Leave it out.`,
  )
}
