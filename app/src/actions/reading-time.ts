import { HearsayError, type Article, type StopSignal } from '@hearsay/engine'

/** How long reading an article may take, in milliseconds: so long, and so much more for each character of it. */
const [AT_LEAST_MS, PER_CHARACTER_MS] = [120_000, 0.6]

/** Some twenty times what the reader takes on a machine that does nothing else. */
export const readingLimit = ({ text }: Pick<Article, 'text'>): number =>
  AT_LEAST_MS + PER_CHARACTER_MS * text.length

/**
 * Stops a reading when its time is up, by the clock, so that a pass which never waits is stopped too; or when `signal` comes.
 * @param limit in milliseconds.
 */
export function stopAfter(limit: number, origin: string, signal?: AbortSignal): StopSignal {
  const end = performance.now() + limit
  const isLate = () => performance.now() > end
  return {
    get aborted() {
      return signal?.aborted === true || isLate()
    },
    throwIfAborted() {
      signal?.throwIfAborted()
      if (isLate()) throw tooSlow(limit, origin)
    },
  }
}

function tooSlow(limit: number, origin: string): HearsayError {
  return new HearsayError(
    'read-too-slow',
    `${origin} was not read within ${Math.round(limit / 1000)} s. Split it, or read it while the machine has less to do.`,
  )
}
