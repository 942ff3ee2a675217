// How long does a search take over 200,000 statements of invented ledgers, in the embedded database?
// node bench/search.mjs [STATEMENTS] [FOLDER: made when it is not there, and kept]
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@hearsay/store'
import { dice, world } from './invented-ledgers.mjs'
import { median } from './texts.mjs'

const STATEMENTS = Number(process.argv[2] ?? 200_000)
const EACH = 20
const kept = process.argv[3]
const home = kept ?? mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const filled = existsSync(join(home, 'hearsay.db'))
const { words, people, outlets, places, article } = world(7)
const store = await openStore({ home, now: () => new Date('2031-05-06T10:00:00Z') })
const filling = process.hrtime.bigint()
if (!filled) {
  for (let n = 0; n < STATEMENTS / EACH; n++) {
    const { capture, ledger } = article(n, EACH)
    await store.save(capture, ledger)
  }
}
const filledIn = Number(process.hrtime.bigint() - filling) / 1e9

/** A fair mix of what people ask; each line is asked ten times with other words. */
const { below, one } = dice(11)
const common = () => words[below(20)]
const known = () => words[50 + below(500)]
const rare = () => words[10_000 + below(20_000)]
const day = () => `20${13 + below(13)}-0${1 + below(9)}`
const MIX = {
  'a rare word': () => ({ words: rare() }),
  'a word': () => ({ words: known() }),
  'a common word': () => ({ words: common() }),
  'a very common word': () => ({ words: one(['the', 'of', 'to', 'and']) }),
  'two words': () => ({ words: `${common()} ${known()}` }),
  'very common and rare': () => ({ words: `the ${rare()}` }),
  'a phrase': () => ({ words: `"the ${common()}"` }),
  'a phrase of very common words': () => ({ words: one(['"of the"', '"in the"', '"it was"']) }),
  'a beginning of 3': () => ({ words: `${known().slice(0, 3)}*` }),
  'a beginning of 5': () => ({ words: `${known().slice(0, 5)}*` }),
  'a part of a word': () => ({ words: `*${rare().slice(1, 5)}*` }),
  'a full name': () => ({ actor: one(people) }),
  'a family name': () => ({ actor: one(people).split(' ')[1] }),
  'a name and a word': () => ({ actor: people[below(50)], words: common() }),
  'an act': () => ({ act: ['deny'] }),
  'an act and a word': () => ({ act: [one(['deny', 'warn', 'promise'])], words: known() }),
  'an act and a very common word': () => ({ act: ['deny', 'accuse'], words: 'the' }),
  'nobody named, and a word': () => ({ agentless: true, words: common() }),
  'a month': () => ({ since: day(), until: day() }),
  'since, and a word': () => ({ since: day(), words: known() }),
  'since a month, and a very common word': () => ({ since: '2026-11', words: 'the' }),
  'an outlet and a word': () => ({ outlet: one(outlets).split(' ')[1], words: known() }),
  'a date spoken of': () => ({ about: `20${10 + below(20)}-0${1 + below(9)}` }),
  'a place': () => ({ place: one(places).name }),
  'a country and an act': () => ({ place: 'PT', act: ['warn'] }),
  'a number': () => ({ number: { min: 1000 * (1 + below(9)), max: 20_000, unit: 'people' } }),
  'page after page': () => ({ words: common(), pages: 3 }),
}

const times = []
const byKind = []
for (const [kind, make] of Object.entries(MIX)) {
  const own = []
  for (let k = 0; k < 11; k++) {
    const { pages = 1, ...query } = make()
    for (let page = 0, cursor; page < pages; page++) {
      const begun = process.hrtime.bigint()
      const { next } = await store.search({ ...query, limit: 50, cursor })
      // The first of each kind warms up.
      if (k > 0) own.push(Number(process.hrtime.bigint() - begun) / 1e6)
      if (next === null) break
      cursor = next
    }
  }
  byKind.push([kind, own])
  times.push(...own)
}
await store.close()
if (kept === undefined) rmSync(home, { recursive: true })
const p95 = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)]
console.log(
  `search: ${STATEMENTS} statements${filled ? '' : `, added in ${filledIn.toFixed(0)} s`}; ${times.length} searches of ${byKind.length} kinds`,
)
for (const [kind, own] of byKind)
  console.log(`  ${kind.padEnd(38)} ${median(own).toFixed(2)} ms, p95 ${p95(own).toFixed(2)} ms`)
console.log(
  `  all: median ${median(times).toFixed(2)} ms, p95 ${p95(times).toFixed(2)} ms (floor 10 and 50, goal 2 and 10)`,
)
