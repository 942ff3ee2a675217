import { loginName } from '../actions/login.js'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'

/** Takes a correction back; answers with the exit code. */
export async function undoCommand(id: string, { by }: { by?: string }): Promise<number> {
  const { correction } = await withHome((store) => store.undo(id, by ?? loginName()))
  await writeOut(`${correction.id}  took ${id} back\n`)
  return EXIT.done
}
