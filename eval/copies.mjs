// Are reprints of a story recognised, and stories that only look alike kept apart? Invented stories, reprinted as outlets do:
// cut, reordered, with another headline, two words in ten changed.   node eval/copies.mjs [ARTICLES]
import { sameStory, sketchOf, storyOf } from '@hearsay/engine'
import { articles, pairs } from './copies/corpus.mjs'

const FLOOR = { recall: 0.95, precision: 0.99 }
/** The settings that rules were tuned on, and those that they were not: other topics, patterns, footers and seeds. */
const SETTINGS = [
  ['tuned', 11, 400],
  ['held', 23, 400],
]
const percent = (share) => `${(100 * share).toFixed(1)} %`
let low = false

for (const [setting, seed, size] of SETTINGS) {
  const kinds = new Map()
  const sum = { hit: 0, missed: 0, wrong: 0 }
  for (const [a, b, same, kind] of pairs(setting, seed, size)) {
    const said = sameStory(storyOf(a), storyOf(b))
    const row = kinds.get(kind) ?? { same, all: 0, said: 0 }
    row.all++
    row.said += Number(said)
    kinds.set(kind, row)
    sum.hit += Number(same && said)
    sum.missed += Number(same && !said)
    sum.wrong += Number(!same && said)
  }
  const recall = sum.hit / (sum.hit + sum.missed)
  const precision = sum.hit / (sum.hit + sum.wrong)
  low ||= recall < FLOOR.recall || precision < FLOOR.precision
  console.log(
    `\ncopies, ${setting === 'held' ? 'settings held out' : 'settings tuned on'}: pairs recall ${percent(recall)} (floor 95 %), precision ${percent(precision)} (floor 99 %)`,
  )
  for (const [kind, { same, all, said }] of kinds)
    console.log(
      `  ${kind}: ${same ? 'recognised' : 'mistaken for a copy'} ${said} of ${all}, ${percent(said / all)}`,
    )
}

lookup(Number(process.argv[2] ?? 10_000))
process.exitCode = low ? 1 : 0

/** How a store finds candidates: the newest that share hashes of the sketch, most shared first. */
function lookup(count) {
  const NEWEST = 64
  const MOST = 8
  const LEAST = 2
  const index = new Map()
  const stories = []
  const sum = {
    hashes: 0,
    most: 0,
    candidates: 0,
    offered: 0,
    copies: 0,
    found: 0,
    joined: 0,
    wrong: 0,
  }
  const time = { sketch: 0, verify: 0 }
  for (const { text, story: id, original } of articles('held', 5, count)) {
    const start = performance.now()
    const story = storyOf(text)
    const sketch = sketchOf(story)
    time.sketch += performance.now() - start
    sum.hashes += sketch.length
    sum.most = Math.max(sum.most, sketch.length)
    const shared = new Map()
    for (const hash of sketch)
      for (const k of (index.get(hash) ?? []).slice(-NEWEST))
        shared.set(k, (shared.get(k) ?? 0) + 1)
    const offered = [...shared].filter(([, both]) => both >= LEAST).sort((a, b) => b[1] - a[1])
    const candidates = offered.slice(0, MOST)
    sum.offered += offered.length
    sum.candidates += candidates.length
    const began = performance.now()
    const same = candidates.filter(([k]) => sameStory(story, stories[k].story))
    time.verify += performance.now() - began
    if (!original) {
      sum.copies++
      sum.found += Number(candidates.some(([k]) => stories[k].id === id))
      sum.joined += Number(same.some(([k]) => stories[k].id === id))
    }
    sum.wrong += Number(same.some(([k]) => stories[k].id !== id))
    for (const hash of sketch) index.set(hash, [...(index.get(hash) ?? []), stories.length])
    stories.push({ id, story })
  }
  const each = (total) => (total / stories.length).toFixed(2)
  console.log(
    `\ncopies, lookup among ${stories.length} articles (held-out settings): ${each(sum.hashes)} hashes an article, ${sum.most} at most`,
  )
  console.log(
    `  sharing ${LEAST} hashes or more: ${each(sum.offered)} articles; verified: ${each(sum.candidates)}`,
  )
  console.log(
    `  of ${sum.copies} reprints, candidates hold another copy for ${percent(sum.found / sum.copies)}; joined to one: ${percent(sum.joined / sum.copies)}`,
  )
  console.log(
    `  articles joined to a story not theirs: ${sum.wrong}, ${percent(sum.wrong / stories.length)}`,
  )
  console.log(
    `  time an article: reading words and sketch ${each(time.sketch)} ms, verifying ${each(time.verify)} ms`,
  )
}
