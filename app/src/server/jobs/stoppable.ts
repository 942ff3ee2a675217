import type { Reader } from '@hearsay/engine'
import type { Parts } from '../parts.js'

/** The same reader; what it reads when `signal` comes is given up. */
export function stoppable(reader: Parts['reader'], signal: AbortSignal): Pick<Reader, 'read'> {
  return { read: (article, options) => reader.read(article, options, signal) }
}
