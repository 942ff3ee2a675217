import type { Readable } from 'node:stream'
import { serialize } from 'node:v8'
import type { ToldError } from '@hearsay/contract'
import { HearsayError } from '@hearsay/engine'
import type { GivenInput } from '../given-input.js'
import type { Deeds, Told } from '../jobs/deeds.js'
import { readingBroke, type Workers } from './workers.js'

/** How long a worker may take to stop by itself, in milliseconds. */
const STOPPING_MS = 1_000

/** Where a worker does what jobs do, for this application alone. */
export const DEEDS = { add: '/work/add', reread: '/work/re-read' } as const
/** What it tells: a line of JSON each. */
export type Line = Told | { error: ToldError }

/** A worker does them. One that does not stop when it is asked to is ended: what it has told is kept. */
export function deedsApart(workers: Workers): Deeds {
  return {
    add: (given: GivenInput, signal) => told(workers, DEEDS.add, signal, serialize(given)),
    reread: (signal) => told(workers, DEEDS.reread, signal),
  }
}

async function* told(
  workers: Workers,
  path: string,
  signal: AbortSignal,
  given?: Uint8Array,
): AsyncGenerator<Told, void, undefined> {
  if (signal.aborted) return
  const worker = workers.reading()
  let late: NodeJS.Timeout | undefined
  const stop = () => {
    worker.tell('cancel')
    late = setTimeout(() => worker.kill(), STOPPING_MS)
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    await worker.ready
    const { body } = await worker.ask({ method: 'POST', path, headers: {}, body: given })
    for await (const line of linesOf(body)) {
      const said = JSON.parse(line) as Line
      if ('error' in said) throw new HearsayError(said.error.code, said.error.message)
      yield said
    }
  } catch (error) {
    if (signal.aborted) return
    throw error instanceof HearsayError ? error : readingBroke(error)
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', stop)
  }
}

/** What JSON may hold, as U+2028, ends no line: Node's own reader of lines thinks otherwise from version 24 on. */
async function* linesOf(body: Readable): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of body.setEncoding('utf8')) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    yield* lines
  }
}
