import { HearsayError } from '@hearsay/engine'
import { z } from 'zod'

/** The same, but for a row that cannot be read, which is told as damage and not as a fault of ours. */
export async function sound<T>(store: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof z.ZodError
      ? damaged(store, 'a row', error)
      : error
  }
}

/** `what`: which row of the store is not as it was kept. */
export function damaged(store: string, what: string, cause?: unknown): HearsayError {
  return new HearsayError(
    'store-damaged',
    `${store} is damaged: ${what} is not as it was kept. "hearsay verify" says what else is wrong; put a sound copy in its place.`,
    { cause },
  )
}
