// npm run fuzz [MINUTES, 30 unless told]: tries changed documents on intake and odd questions on search, batch after batch. What
// crashes or hangs is kept in tests/fuzz/findings, where npm test tries it again. The next run goes on where this one
// ended (runs/fuzz.json); --seed N begins at another batch.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from '../../scripts/checkout.mjs'
import { fuzz, nameOf } from './fuzz.mjs'

const RUNS = { intake: 300, search: 300 }
const state = join(root, 'runs/fuzz.json')
const folder = join(root, 'tests/fuzz/findings')

ensureInstalled()
ensureBuilt()
const given = process.argv.slice(2)
const at = given.indexOf('--seed')
const minutes = Number(at === 0 ? 30 : (given[0] ?? 30))
if (!(minutes > 0)) throw new Error(`"${given[0]}" is no number of minutes. Write: npm run fuzz 30`)
let seed = at >= 0 ? Number(given[at + 1]) : begun()
const tried = { intake: 0, search: 0 }
const found = new Map()
const end = Date.now() + minutes * 60_000
process.once('SIGINT', () => process.exit(130))
while (Date.now() < end) {
  for (const target of Object.keys(RUNS)) {
    const result = await fuzz(target, seed, RUNS[target])
    tried[target] += result.tried
    if (result.finding) keep(result.finding)
  }
  seed++
  mkdirSync(join(root, 'runs'), { recursive: true })
  writeFileSync(state, JSON.stringify({ seed }))
  console.log(`${summary()}, next seed ${seed}`)
}
for (const [name, { why }] of found) console.log(`\n✗ ${name}: ${why}`)
console.log(`\n${minutes} minutes: ${summary()}`)
process.exitCode = found.size === 0 ? 0 : 1

function begun() {
  return existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')).seed : 1
}

function keep(finding) {
  const name = nameOf(finding)
  found.set(name, finding)
  const file = join(folder, `${name}.json`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(finding, null, 2)}\n`)
}

function summary() {
  return `${tried.intake} documents and ${tried.search} questions tried, ${found.size} findings`
}
