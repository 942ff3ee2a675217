import { openInBrowser } from './open-in-browser.js'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { serve } from '../server/serve.js'

export interface ServeCommandOptions {
  port?: number
  open: boolean
}

/** Serves until it is told to stop; answers with the exit code. */
export async function serveCommand({ port, open }: ServeCommandOptions): Promise<number> {
  const stop = untilStopped()
  const log = (error: unknown) => void process.stderr.write(complaint(error))
  const served = await serve({ port, log })
  await writeOut(
    `Hearsay is open at ${served.address}\nToken for programs: ${served.token}\nCtrl-C ends it.\n`,
  )
  if (open && process.stdout.isTTY) openInBrowser(served.address)
  await stop
  await served.close()
  return EXIT.done
}

/** Ctrl-C, or a request of the system to end; the second one ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
