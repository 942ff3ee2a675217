import { withHome } from '../actions/open-home.js'
import { versions } from '../actions/versions.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { shortId } from './short-id.js'

/** Prints the versions of an article, one a line; answers with the exit code. */
export async function versionsCommand(id: string): Promise<number> {
  const all = await withHome((store) => versions(store, id))
  const lines = all.map(
    ({ article, version, fetched }) => `${shortId(article)}  version ${version}  ${fetched}\n`,
  )
  await writeOut(lines.join(''))
  return EXIT.done
}
