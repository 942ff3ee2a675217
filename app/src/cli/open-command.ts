import { homeFolder } from '../actions/open-home.js'
import { linkToRunning } from '../server/running.js'
import { EXIT } from './exit-codes.js'
import { openInBrowser } from './open-in-browser.js'
import { writeOut } from './output.js'

export interface OpenCommandOptions {
  browser: boolean
}

/** Opens the page of the server that runs, by a link that works once; answers with the exit code. */
export async function openCommand({ browser }: OpenCommandOptions): Promise<number> {
  const link = await linkToRunning(homeFolder())
  await writeOut(`Link for your browser: ${link}\nIt works once, within ten minutes.\n`)
  if (browser && process.stdout.isTTY) openInBrowser(link)
  return EXIT.done
}
