import { join } from 'node:path'
import { runtimeFallback } from '@hearsay/engine/node'
import { openInBrowser } from './open-in-browser.js'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { serve, type Served } from '../server/serve.js'

export interface ServeCommandOptions {
  port?: number
  open: boolean
}

/** Serves until it is told to stop; answers with the exit code. */
export async function serveCommand({ port, open }: ServeCommandOptions): Promise<number> {
  const stop = untilStopped()
  const log = (error: unknown) => void process.stderr.write(complaint(error))
  const served = await serve({ port, log })
  await writeOut(told(served))
  const slow = await runtimeFallback()
  if (slow !== null) process.stderr.write(`hearsay: ${slow}\n`)
  if (open && process.stdout.isTTY) openInBrowser(served.link)
  await stop
  await served.close()
  return EXIT.done
}

/** The link dies when it is used; the token, which does not, is not for screens and logs. */
const told = ({ address, link, folder }: Served) => `Hearsay is open at ${address}
Link for your browser: ${link}
It works once, within ten minutes; "hearsay open" makes another.
Token for programs: in ${join(folder, 'serve.token')}
Ctrl-C ends it.
`

/** Ctrl-C, or a request of the system to end; the second one ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
