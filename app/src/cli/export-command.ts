import { STORE_EXPORTS, type StoreFormat } from '../actions/export.js'
import { withHome } from '../actions/open-home.js'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { interruption } from './interrupt.js'
import { Output, OutputClosed } from './output.js'
import { queryOf, type SearchOptions } from './search-options.js'

export interface ExportCommandOptions extends SearchOptions {
  format: StoreFormat
  output?: string
}

/** Writes everything that is kept, or what answers a query; answers with the exit code. */
export async function exportCommand(
  words: string[],
  { format, output: file, ...options }: ExportCommandOptions,
): Promise<number> {
  const asked = queryOf(words, options)
  const all = Object.values(asked).every((value) => value === undefined)
  const signal = interruption()
  return withHome(async (store) => {
    const { article } = asked
    const whole = article === undefined ? asked : { ...asked, article: await store.find(article) }
    const output = Output.to(file)
    let damaged = false
    const onDamaged = (article: string, error: Error) => {
      damaged = true
      process.stderr.write(complaint(error, `article ${article}`))
    }
    try {
      const pieces = STORE_EXPORTS[format](store, all ? undefined : whole, onDamaged)
      for await (const piece of pieces) {
        if (signal.aborted) break
        await output.write(piece)
      }
      await output.close()
    } catch (error) {
      if (!(error instanceof OutputClosed)) throw error
    }
    if (signal.aborted) return EXIT.interrupted
    return damaged ? EXIT.failed : EXIT.done
  })
}
