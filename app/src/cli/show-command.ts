import { withHome } from '../actions/open-home.js'
import { reprint } from '../actions/reprint.js'
import { show } from '../actions/show.js'
import { EXIT } from './exit-codes.js'
import { FORMS } from './forms.js'
import { writeOut } from './output.js'
import { canvasFor } from './terminal/canvas.js'
import { reprintLines } from './terminal/reprint-lines.js'

/** Prints the ledger of one article as `read` does, and who else carries its story; answers with the exit code. */
export async function showCommand(id: string): Promise<number> {
  const [ledger, copies] = await withHome(
    async (store) => [await show(store, id), await reprint(store, id)] as const,
  )
  const canvas = canvasFor(process.stdout, undefined, process.env)
  await writeOut(FORMS.terminal({ many: false, canvas }).render(ledger, true))
  if (copies)
    await writeOut(
      `\n${reprintLines(copies, canvas)
        .map((line) => `  ${line}\n`)
        .join('')}`,
    )
  return EXIT.done
}
