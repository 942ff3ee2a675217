// How many of the dates that people marked in news and in histories does the reader find, and how many with the right value?
// node eval/dates.mjs FOLDER_OF_SCORERS
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader } from '@hearsay/engine/node'
import { extract } from '@hearsay/intake'

const [scorers] = process.argv.slice(2)
if (!scorers) {
  console.error('Usage: node eval/dates.mjs FOLDER_OF_SCORERS')
  process.exit(2)
}
const FLOORS = { relaxed: [0.82, 0.92], value: [0.68, 0.8] }

/** Runs the scorer, gives back what it prints. */
function corpora(...args) {
  const script = join(scorers, 'corpora.py')
  const { status, stdout } = spawnSync('python3', [script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
  return stdout
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-dates-'))
try {
  corpora('texts', 'dates', folder)
  const dates = JSON.parse(readFileSync(join(folder, 'dates.json'), 'utf8'))
  const reader = await openReader()
  const lines = []
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const date = dates[name.slice(0, -'.txt'.length)]
    // One day is written 03-02-2009, which the reader refuses: that text is read without.
    const published = /^\d{4}-/.test(date) ? date : undefined
    const bytes = readFileSync(join(folder, name))
    lines.push(JSON.stringify(await reader.read(await extract(bytes, { origin: name, published }))))
  }
  await reader.close()
  const found = join(folder, 'found.jsonl')
  writeFileSync(found, `${lines.join('\n')}\n`)
  for (const [corpus, scores] of Object.entries(JSON.parse(corpora('score', 'dates', found)))) {
    for (const [kind, [floor, goal]] of Object.entries(FLOORS)) {
      const { precision, recall, f1 } = scores[kind]
      console.log(
        `dates: ${corpus} ${kind} F1 ${f1} (precision ${precision}, recall ${recall}; floor ${floor}, goal ${goal})`,
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
