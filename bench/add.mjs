// How many articles a second does the store take in, each on the disk when it is acknowledged? Reading apart.
// node bench/add.mjs
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@hearsay/store'
import { world } from './invented-ledgers.mjs'
import { median } from './texts.mjs'

const ARTICLES = 1_000
const ROUNDS = 3
const { article } = world(3)
const articles = Array.from({ length: ARTICLES }, (_, n) => article(n, 5))
const rates = []
for (let round = 0; round < ROUNDS; round++) {
  const home = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  const store = await openStore({ home, now: () => new Date('2031-05-06T10:00:00Z') })
  const begun = process.hrtime.bigint()
  for (const { capture, ledger } of articles) {
    if ((await store.recall(capture)) === null) await store.save(capture, ledger)
  }
  rates.push(ARTICLES / (Number(process.hrtime.bigint() - begun) / 1e9))
  await store.close()
  rmSync(home, { recursive: true })
}
console.log(
  `add: ${ARTICLES} short articles of 5 statements, median of ${ROUNDS} rounds: ${median(rates).toFixed(0)} articles/s (floor 50, goal 300)`,
)
