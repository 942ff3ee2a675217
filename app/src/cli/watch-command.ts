import { readFile } from 'node:fs/promises'
import { HearsayError, type Reader } from '@hearsay/engine'
import type { Particulars } from '@hearsay/store'
import { withHome } from '../actions/open-home.js'
import { watch, type Watched } from '../actions/watch.js'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { interruption, unlessInterrupted } from './interrupt.js'
import { openChosen, type ReaderChoice } from './open-chosen.js'
import { Output } from './output.js'
import { additionLine, tell } from './addition-line.js'
import { plain } from './terminal/plain.js'

export interface WatchCommandOptions extends Pick<Particulars, 'outlet'>, ReaderChoice {
  /** Minutes. */
  every: number
  once?: boolean
  pages?: boolean
}

/** Watches the feeds that a file lists, and says line by line what is added; answers with the exit code. */
export async function watchCommand(file: string, options: WatchCommandOptions): Promise<number> {
  const feeds = await feedsIn(file)
  let opening: Promise<Reader> | undefined
  const reader = () => (opening ??= openChosen(options))
  const signal = interruption()
  const { every, once, pages, outlet } = options
  try {
    return await withHome(async (store) => {
      const happenings = watch({
        ...{ feeds, store, reader, signal, once, pages, particulars: { outlet } },
        polls: store,
        everyMs: every * 60_000,
        now: () => new Date(),
        jitter: Math.random,
      })
      return tellAll(happenings, signal, once === true)
    })
  } finally {
    opening?.then((open) => open.close()).catch(() => {})
  }
}

async function tellAll(
  happenings: AsyncGenerator<Watched, void, undefined>,
  signal: AbortSignal,
  once: boolean,
): Promise<number> {
  const output = Output.to(undefined)
  let code: number = EXIT.done
  for (;;) {
    const next = await unlessInterrupted(happenings.next(), signal)
    // To be stopped is how watching ends; one round is meant to end by itself.
    if (next === null) return once ? EXIT.interrupted : EXIT.done
    if (next.done) return code
    const failed = await tellOne(next.value, output)
    if (failed && once) code = EXIT.failed
  }
}

/** Writes what happened; answers whether it is a failure. */
async function tellOne(watched: Watched, output: Output): Promise<boolean> {
  const { feed } = watched
  if ('addition' in watched) {
    const { addition } = watched
    if (!('error' in addition)) {
      // What was there before is no news.
      if (addition.saved.outcome !== 'known')
        await tell(output, additionLine(addition.saved, addition.origin))
      return false
    }
    process.stderr.write(complaint(addition.error, addition.origin))
    return true
  }
  if ('error' in watched) {
    process.stderr.write(complaint(watched.error, feed))
    process.stderr.write(`${plain(feed)}: next visit ${watched.due.slice(0, 16)}Z\n`)
    return true
  }
  process.stderr.write(
    `${plain(feed)}: ${watched.visited}, next visit ${watched.due.slice(0, 16)}Z\n`,
  )
  return false
}

/** One address a line; blank lines and what follows # are left out. */
async function feedsIn(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    const message = `${file} cannot be read: ${cause.message}. Name a file that lists the addresses of feeds.`
    throw new HearsayError('feeds-unreadable', message, { cause })
  })
  const lines = text.split(/\r?\n/).map((line) => line.split(/(?:^|\s)#/, 1)[0].trim())
  const feeds = [...new Set(lines.filter((line) => line !== ''))]
  const wrong = feeds.find((feed) => !/^https?:\/\/[^/]/i.test(feed) || !URL.canParse(feed))
  if (feeds.length > 0 && wrong === undefined) return feeds
  const what = wrong === undefined ? 'lists no feed' : `lists "${wrong}", which is no address`
  throw new HearsayError(
    'feeds-unreadable',
    `${file} ${what}. Write one address a line, as https://herald.example/feed.xml.`,
  )
}
