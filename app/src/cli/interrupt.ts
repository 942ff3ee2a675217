import { EXIT } from './exit-codes.js'

/** How long what is under way may take to come to a good end, in milliseconds; then the process ends all the same. */
const GRACE_MS = 2000

/**
 * A signal that the first Ctrl-C, or the first request of the system to end, sets off; the second ends the program as it
 * would any other.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  const interrupt = (): void => {
    setTimeout(() => process.exit(EXIT.interrupted), GRACE_MS).unref()
    controller.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt)
  return controller.signal
}

/** What `promise` brings, or null when the signal comes first. */
export function unlessInterrupted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
