// The page over all examples, in a store of its own that is gone afterwards.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './checkout.mjs'

/** Answers with the page's address, what makes a link that lets a browser in, and the id of the article that `example` holds. */
export async function serve(example) {
  const home = mkdtempSync(join(tmpdir(), 'hearsay-examples-'))
  const options = { cwd: root, encoding: 'utf8', env: { ...process.env, HEARSAY_HOME: home } }
  const added = execFileSync(process.execPath, ['bin/hearsay', 'add', 'examples'], options)
  const [, article] = new RegExp(`^added +(\\w+) +${example}$`, 'm').exec(added)
  const server = spawn(process.execPath, ['bin/hearsay', 'serve', '--no-open'], options)
  const [said] = await once(server.stdout, 'data')
  return {
    address: /http:\S+/.exec(said)[0],
    link: () =>
      /http:\S+/.exec(
        execFileSync(process.execPath, ['bin/hearsay', 'open', '--no-browser'], options),
      )[0],
    article,
    close: async () => {
      server.kill('SIGINT')
      await once(server, 'exit')
      rmSync(home, { recursive: true })
    },
  }
}
