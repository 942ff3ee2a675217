import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withoutRuntime, type Ledger } from '../engine/src/record/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const examples = readdirSync(join(root, 'examples')).filter((name) => /\.(txt|html)$/.test(name))

const found = new Map(
  execFileSync(process.execPath, ['bin/hearsay', 'read', 'examples', '--format', 'jsonl'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Ledger)
    .map((ledger) => [ledger.article.origin, ledger]),
)

/** Processors round differently in the last digits; more than this is another reading. */
const TOLERANCE = 0.02

function withoutConfidence(ledger: Ledger) {
  const statements = ledger.statements.map((statement) => ({
    ...statement,
    confidence: null,
    doubts: null,
  }))
  return { ...withoutRuntime(ledger), statements }
}

test.each(examples)('%s reads as its golden says', (name) => {
  const golden = join(root, 'examples', name.replace(/\.\w+$/, '.ledger.json'))
  if (!existsSync(golden)) throw new Error(`${golden} is missing: write it with "npm run goldens".`)
  const gold = JSON.parse(readFileSync(golden, 'utf8')) as Ledger
  const ledger = found.get(`examples/${name}`)
  if (!ledger) throw new Error(`${name} was not read`)
  expect(withoutConfidence(ledger)).toEqual(withoutConfidence(gold))
  ledger.statements.forEach(({ id, confidence }, i) => {
    const off = Math.abs(confidence - (gold.statements[i]?.confidence ?? NaN))
    expect(off, `confidence of ${id}`).toBeLessThan(TOLERANCE)
  })
})

test('every golden belongs to an example', () => {
  const goldens = readdirSync(join(root, 'examples')).filter((name) =>
    name.endsWith('.ledger.json'),
  )
  const slugs = examples.map((name) => name.replace(/\.\w+$/, '.ledger.json'))
  expect(goldens.filter((name) => !slugs.includes(name))).toEqual([])
})
