// Is a line right as often as its confidence says, and how many right lines are called sure? Cross-validated over articles.
// node eval/confidence.mjs FOLDER_OF_SCORERS
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scorersFrom } from './readings.mjs'

const [scorers] = scorersFrom(process.argv.slice(2), 'node eval/confidence.mjs FOLDER_OF_SCORERS')
console.log(
  '\nconfidence (floors on world-dev: right among "sure" .95, "sure" among right .50; goals .98, .70)',
)
const root = fileURLToPath(new URL('..', import.meta.url))
const data = join(scorers, '..', 'data')
const work = mkdtempSync(join(tmpdir(), 'hearsay-eval-'))
try {
  const rows = join(work, 'rows.jsonl')
  const corpora = ['world-train:8', 'wires-train:8', 'world-dev', 'wires-dev']
  const write = [join(root, 'scripts/confidence.mjs'), data, rows, ...corpora]
  execFileSync(process.execPath, write, { stdio: ['ignore', 'inherit', 'ignore'] })
  const learn = ['-m', 'hearsay_training.confidence', '--rows', rows, '--data', data]
  execFileSync('python3', learn, { cwd: join(root, 'training'), stdio: 'inherit' })
} finally {
  rmSync(work, { recursive: true, force: true })
}
