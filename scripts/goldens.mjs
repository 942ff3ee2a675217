// npm run goldens: reads every example anew and writes its ledger beside it. Look at the diff before you commit it.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './checkout.mjs'

if (process.env.CI) {
  console.error('Goldens are written by people, who read the diff, never by CI.')
  process.exit(1)
}
ensureInstalled()
ensureBuilt()
const { status, stdout } = spawnSync(
  process.execPath,
  ['bin/hearsay', 'read', 'examples', '--format', 'jsonl'],
  { cwd: root, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'inherit'] },
)
if (status !== 0) process.exit(status ?? 1)
for (const line of stdout.trim().split('\n')) {
  const ledger = JSON.parse(line)
  const golden = ledger.article.origin.replace(/\.\w+$/, '.ledger.json')
  writeFileSync(join(root, golden), `${JSON.stringify(ledger, null, 2)}\n`)
  console.log(`${golden}: ${ledger.statements.length} statements`)
}
