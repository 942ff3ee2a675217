import { HearsayError } from '@hearsay/engine'

/** The parts of a cursor by the groups of its pattern. @throws HearsayError `query-malformed`. */
export function placeAfter(cursor: string, pattern: RegExp): string[] {
  const parts = pattern.exec(cursor)
  if (parts) return parts.slice(1)
  throw new HearsayError(
    'query-malformed',
    `"${cursor}" is no place to go on from. Hand back the "next" of the page before.`,
  )
}
