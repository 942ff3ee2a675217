import { plain } from './terminal/plain.js'

/** One line that says what went wrong, with which input, and what to do; how it came about only on demand. */
export function complaint(error: unknown, origin?: string): string {
  const message = plain(error instanceof Error ? error.message : String(error))
  // By name: this must work even where the engine itself cannot be loaded.
  const known = error instanceof Error && error.name === 'HearsayError'
  const place = origin === undefined || message.includes(plain(origin)) ? '' : `${plain(origin)}: `
  const hint = known
    ? ''
    : ' This is a fault of hearsay: set HEARSAY_DEBUG=1 to see where, and report it.'
  const stack = process.env['HEARSAY_DEBUG'] && error instanceof Error ? `${error.stack}\n` : ''
  return `hearsay: ${place}${message}${hint}\n${stack}`
}
