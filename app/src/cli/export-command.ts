import { exportLedgers } from '../actions/export.js'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { FORMS } from './forms.js'
import { interruption } from './interrupt.js'
import { Output, OutputClosed } from './output.js'
import { canvasFor } from './terminal/canvas.js'

/** What `export --format` takes. */
export const EXPORT_FORMATS = ['jsonl'] as const

export interface ExportCommandOptions {
  format: (typeof EXPORT_FORMATS)[number]
  output?: string
}

/** Writes the latest ledger of every article; answers with the exit code. */
export async function exportCommand({
  format,
  output: file,
}: ExportCommandOptions): Promise<number> {
  const signal = interruption()
  return withHome(async (store) => {
    const canvas = canvasFor(process.stdout, file, process.env)
    const form = FORMS[format]({ many: true, canvas })
    const output = Output.to(file)
    let first = true
    try {
      await output.write(form.open)
      for await (const ledger of exportLedgers(store)) {
        if (signal.aborted) break
        await output.write(form.render(ledger, first))
        first = false
      }
      await output.write(form.close)
      await output.close()
    } catch (error) {
      if (!(error instanceof OutputClosed)) throw error
    }
    return signal.aborted ? EXIT.interrupted : EXIT.done
  })
}
