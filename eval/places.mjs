// Where the shipped reader finds places, and how near they lie: node eval/places.mjs FOLDER
// FOLDER holds the scorer corpora.py, with its corpora where it looks for them; neither is part of this project. Texts go
// through bin/hearsay as a user's would.
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const scorers = process.argv[2]
if (!scorers) {
  console.error('usage: node eval/places.mjs FOLDER_OF_SCORERS')
  process.exit(2)
}
const hearsay = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'hearsay-places-'))
const [texts, found, script] = [
  join(work, 'texts'),
  join(work, 'found.jsonl'),
  join(scorers, 'corpora.py'),
]

execFileSync('python3', [script, 'texts', 'places', texts])
const out = openSync(found, 'w')
const { status } = spawnSync(process.execPath, [hearsay, 'read', texts, '--format', 'jsonl'], {
  stdio: ['ignore', out, 'inherit'],
})
closeSync(out)
// 1: some texts could not be read. Empty ones are among them.
if (status !== 0 && status !== 1) process.exit(status ?? 1)
execFileSync('python3', [script, 'score', 'places', found], { stdio: 'inherit' })
rmSync(work, { recursive: true })
