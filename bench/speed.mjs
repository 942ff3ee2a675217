// How fast, on one thread, is a whole reading (file to ledger) beside compromise's tagging and .quotations() on the same texts?
// node bench/speed.mjs [FOLDER]
import { readFile } from 'node:fs/promises'
import nlp from 'compromise'
import { openReader } from '@hearsay/engine/node'
import { extract } from '@hearsay/intake'
import { median, texts } from './texts.mjs'

const articles = texts(process.argv[2])
const words = articles.reduce((sum, { words }) => sum + words, 0)
const reader = await openReader({ threads: 1 })

const ours = async () => {
  for (const { name } of articles) {
    const article = await extract(await readFile(name), { origin: name, published: '2024-01-01' })
    JSON.stringify(await reader.read(article))
  }
}
const theirs = async () => {
  for (const { name } of articles)
    nlp(await readFile(name, 'utf8'))
      .quotations()
      .json()
}
const perSecond = async (run) => {
  const begun = process.hrtime.bigint()
  await run()
  return words / (Number(process.hrtime.bigint() - begun) / 1e9)
}

await ours()
await theirs()
const rounds = []
for (let i = 0; i < 7; i++) rounds.push([await perSecond(ours), await perSecond(theirs)])
await reader.close()
const [a, b] = [0, 1].map((k) => median(rounds.map((round) => round[k])))
const ratio = median(rounds.map(([x, y]) => x / y))
console.log(
  `speed: ${articles.length} articles, ${words} words, one thread, median of 7 rounds side by side`,
)
console.log(
  `  hearsay ${a.toFixed(0)} words/s, compromise ${b.toFixed(0)} words/s, ratio ${ratio.toFixed(2)} (floor 0.12, goal 0.3)`,
)
