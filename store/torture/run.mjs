// npm run torture: kills, races, flipped bits, a full disk and a database that goes away, on real homes. --short: a few of each, for npm test.
// --only WORDS: the trials that have these words in their names.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, ensureInstalled } from '../../scripts/checkout.mjs'
import { chance } from './chance.mjs'
import { faults } from './faults.mjs'
import { flips } from './flips.mjs'
import { forgotten, forgottenInPostgres } from './forgotten.mjs'
import { fullDisk } from './full-disk.mjs'
import { endInspection } from './inspect.mjs'
import { killsDuringDeeds } from './kills-during-deeds.mjs'
import { killsAtStart, killsDuringAdd } from './kills.mjs'
import { pages } from './pages.mjs'
import { races } from './races.mjs'
import { readdEverything } from './readd.mjs'
import { richHome } from './rich-home.mjs'
import { restartsDuringAdd, restartsDuringServe } from './restarts.mjs'
import { restored } from './restored.mjs'

const short = process.argv.includes('--short')
const only = process.argv.includes('--only') ? process.argv.at(-1) : ''
const old = fileURLToPath(new URL('../fixtures/home-v1', import.meta.url))
const dice = chance(1)
const common = mkdtempSync(join(tmpdir(), 'hearsay-torture-'))
let made
const rich = () => (made ??= richHome(common))
const TRIALS = [
  ['killed during add', (folder) => killsDuringAdd(folder, short ? 4 : 100, dice)],
  ['killed at first start', (folder) => killsAtStart(folder, short ? 1 : 20, dice)],
  ['killed during upgrade', (folder) => killsAtStart(folder, short ? 1 : 20, dice, old)],
  ...['correct', 'reread', 'forget'].map((deed) => [
    `killed during ${deed}`,
    async (folder) => killsDuringDeeds(await rich(), folder, deed, short ? 2 : 20, dice),
  ]),
  ['two writers at once', (folder) => races(folder, short ? 1 : 20)],
  ['flipped bits', async (folder) => flips(await rich(), folder, short ? 8 : 100, dice)],
  ['pages cut and zeroed', async (folder) => pages(await rich(), folder, short ? 30 : 1)],
  ['writing fails once', async (folder) => faults(await rich(), old, folder, short)],
  ['full disk', (folder) => fullDisk(folder, short ? 'short' : 'long')],
  ['everything again', readdEverything],
  ['PostgreSQL restarted during add', (folder) => restartsDuringAdd(folder, short ? 2 : 20, dice)],
  [
    'PostgreSQL restarted during serve',
    (folder) => restartsDuringServe(folder, short ? 2 : 20, dice),
  ],
  ['names after forgetting', (folder) => forgotten(folder, short ? 4 : 200, dice)],
  [
    'names after forgetting in PostgreSQL',
    (folder) => forgottenInPostgres(folder, short ? 4 : 200, dice),
  ],
  ['backup and restore', async (folder) => restored(await rich(), folder)],
]

ensureInstalled()
ensureBuilt()
let bad = 0
for (const [name, trial] of TRIALS.filter(([name]) => name.includes(only))) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-torture-'))
  const began = Date.now()
  const result = await trial(folder)
  rmSync(folder, { recursive: true })
  if (result.skipped) {
    console.log(`- ${name}: skipped: ${result.skipped}`)
    continue
  }
  bad += result.bad
  const counts = Object.entries(result.counts).map(([what, count]) => `${count} ${what}`)
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  console.log(`${result.bad === 0 ? '✓' : '✗'} ${name}: ${counts.join(', ')} (${seconds} s)`)
}
endInspection()
rmSync(common, { recursive: true })
process.exitCode = bad === 0 ? 0 : 1
