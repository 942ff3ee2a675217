// npm run torture: kills, races and flipped bits on real homes, in full. --short: a few of each, for npm test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, ensureInstalled } from '../../scripts/checkout.mjs'
import { chance } from './chance.mjs'
import { flips } from './flips.mjs'
import { killsAtStart, killsDuringAdd } from './kills.mjs'
import { races } from './races.mjs'

const short = process.argv.includes('--short')
const old = fileURLToPath(new URL('../fixtures/home-v1', import.meta.url))
const dice = chance(1)
const TRIALS = [
  ['killed during add', (folder) => killsDuringAdd(folder, short ? 8 : 100, dice)],
  ['killed at first start', (folder) => killsAtStart(folder, short ? 3 : 20, dice)],
  ['killed during upgrade', (folder) => killsAtStart(folder, short ? 3 : 20, dice, old)],
  ['two writers at once', (folder) => races(folder, short ? 3 : 20)],
  ['flipped bits', (folder) => flips(folder, short ? 12 : 100, dice)],
]

ensureInstalled()
ensureBuilt()
let bad = 0
for (const [name, trial] of TRIALS) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-torture-'))
  const began = Date.now()
  const result = await trial(folder)
  rmSync(folder, { recursive: true })
  bad += result.bad
  const counts = Object.entries(result.counts).map(([what, count]) => `${count} ${what}`)
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  console.log(`${result.bad === 0 ? '✓' : '✗'} ${name}: ${counts.join(', ')} (${seconds} s)`)
}
process.exitCode = bad === 0 ? 0 : 1
