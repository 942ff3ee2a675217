// How long from typing the command to the first ledger of a 600-word article, everything cold in the process?
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, root, texts } from './texts.mjs'

const words = texts()
  .map(({ text }) => text)
  .join('\n\n')
  .split(/(?<=\s)/u)
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const file = join(folder, 'six-hundred.txt')
writeFileSync(file, words.slice(0, 600).join(''))
const times = []
for (let i = 0; i < 7; i++) {
  const begun = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, [
    join(root, 'bin/hearsay'),
    'read',
    file,
    '--format',
    'json',
  ])
  if (status !== 0) throw new Error(`hearsay read failed: ${stderr}`)
  times.push(Number(process.hrtime.bigint() - begun) / 1e9)
}
rmSync(folder, { recursive: true })
console.log(
  `cold start: 600 words, whole process, median of 7: ${median(times).toFixed(2)} s (floor 0.9, goal 0.5)`,
)
