import { withHome } from '../actions/open-home.js'
import { reprint } from '../actions/reprint.js'
import { show } from '../actions/show.js'
import { findTarget, partsOf } from '../actions/target.js'
import { correctionLine } from './corrections-command.js'
import { EXIT } from './exit-codes.js'
import { FORMS } from './forms.js'
import { writeOut } from './output.js'
import { statementView } from './statement-view.js'
import { canvasFor } from './terminal/canvas.js'
import { reprintLines } from './terminal/reprint-lines.js'

/** Prints the ledger of one article as `read` does, who else carries its story, or one statement of it; answers with the exit code. */
export async function showCommand(id: string): Promise<number> {
  const canvas = canvasFor(process.stdout, undefined, process.env)
  if (partsOf(id).statement !== null) return showStatement(id, canvas)
  const [ledger, copies] = await withHome(
    async (store) => [await show(store, id), await reprint(store, id)] as const,
  )
  await writeOut(FORMS.terminal({ many: false, canvas }).render(ledger, true))
  if (copies)
    await writeOut(
      `\n${reprintLines(copies, canvas)
        .map((line) => `  ${line}\n`)
        .join('')}`,
    )
  return EXIT.done
}

/** One statement in its context: the sentences around it, its chain, what people have said of it. */
async function showStatement(id: string, canvas: ReturnType<typeof canvasFor>): Promise<number> {
  const { ledger, statement, corrections } = await withHome((store) => findTarget(store, id))
  const own = corrections.filter((each) => each.statement === statement.id)
  const told = own.map((each) => `  ${correctionLine(each)}`).join('')
  await writeOut(`${statementView(ledger, statement, canvas)}${told === '' ? '' : `\n${told}`}`)
  return EXIT.done
}
