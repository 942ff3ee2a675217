import { withHome } from '../actions/open-home.js'
import { show } from '../actions/show.js'
import { EXIT } from './exit-codes.js'
import { FORMS } from './forms.js'
import { writeOut } from './output.js'
import { canvasFor } from './terminal/canvas.js'

/** Prints the ledger of one article as `read` does; answers with the exit code. */
export async function showCommand(id: string): Promise<number> {
  const ledger = await withHome((store) => show(store, id))
  const canvas = canvasFor(process.stdout, undefined, process.env)
  await writeOut(FORMS.terminal({ many: false, canvas }).render(ledger, true))
  return EXIT.done
}
