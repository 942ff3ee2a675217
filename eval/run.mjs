// The shipped reader against annotated news: npm run eval -- FOLDER
// FOLDER holds the scorers polnear.mjs and testimony.py, with their corpora where they look for them; neither is part of
// this project. Texts go through bin/hearsay as a user's would.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const scorers = process.argv[2]
if (!scorers) {
  console.error('usage: npm run eval -- FOLDER_OF_SCORERS [dev|train|path of a .jsonl.gz]')
  process.exit(2)
}
const split = process.argv[3] ?? 'dev'
const hearsay = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'hearsay-eval-'))

for (const [name, program, script] of [
  ['polnear', process.execPath, join(scorers, 'polnear.mjs')],
  ['wires', 'python3', join(scorers, 'testimony.py')],
]) {
  const texts = join(work, name)
  const found = join(work, `${name}.jsonl`)
  execFileSync(program, [script, 'texts', split, texts])
  const out = openSync(found, 'w')
  execFileSync(process.execPath, [hearsay, 'read', texts, '--format', 'jsonl'], {
    stdio: ['ignore', out, 'inherit'],
  })
  closeSync(out)
  console.log(`\n${name} ${split}`)
  execFileSync(program, [script, 'score', split, found], { stdio: 'inherit' })
}
rmSync(work, { recursive: true })
