import { withHome } from '../actions/open-home.js'
import { reread } from '../actions/reread.js'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { interruption, unlessInterrupted } from './interrupt.js'
import { openChosen, type ReaderChoice } from './open-chosen.js'
import { writeOut } from './output.js'
import { Progress } from './progress.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

export type RereadCommandOptions = ReaderChoice

/** Reads one kept article, or all, with the present model, and says so line by line; answers with the exit code. */
export async function rereadCommand(
  id: string | undefined,
  options: RereadCommandOptions,
): Promise<number> {
  const reader = await openChosen(options)
  try {
    return await withHome(async (store) => {
      const articles = id === undefined ? await store.articles() : [await store.find(id)]
      const readings = reread({ store, articles, reader })
      const progress = new Progress(articles.length, process.stderr)
      const signal = interruption()
      let code: number = EXIT.done
      for (;;) {
        progress.show('')
        const next = await unlessInterrupted(readings.next(), signal)
        progress.clear()
        if (next === null) return EXIT.interrupted
        if (next.done) return code
        progress.step()
        if ('error' in next.value) {
          process.stderr.write(complaint(next.value.error, next.value.origin))
          code = EXIT.failed
        } else {
          const { article, origin, outcome } = next.value
          await writeOut(`${WORDS[outcome].padEnd(9)} ${shortId(article)}  ${plain(origin)}\n`)
        }
      }
    })
  } finally {
    await reader.close()
  }
}

const WORDS = { kept: 're-read', same: 'same', skipped: 'current' } as const
