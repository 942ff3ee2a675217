// Does loaded wording tell biased sentences from others? Macro-F1 over sentences that experts labelled.
// node eval/wording.mjs SENTENCES.jsonl.gz   one {"text", "label": 0 | 1} a line, 1 for biased; not part of this project
// Each sentence is read as an article of its own; it counts as biased when anything is flagged in it.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { openReader } from '@hearsay/engine/node'
import { extract } from '@hearsay/intake'

const file = process.argv[2]
if (!file) {
  console.error('usage: node eval/wording.mjs SENTENCES.jsonl.gz')
  process.exit(2)
}
const bytes = readFileSync(file)
const sentences = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))

const reader = await openReader({ threads: 1 })
const read = []
for (const [i, { text, label }] of sentences.entries()) {
  const article = await extract(Buffer.from(text), { origin: `${i}.txt`, published: '2020-01-01' })
  const { wording } = await reader.read(article)
  read.push({ biased: label === 1, kinds: new Set(wording.map(({ kind }) => kind)) })
}
await reader.close()

const percent = (part, whole) => (whole === 0 ? 0 : part / whole).toFixed(3)
function report(name, flags) {
  const count = (biased, flagged) =>
    read.filter((each) => each.biased === biased && flags(each.kinds) === flagged).length
  const [hit, miss, alarm, quiet] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ]
  const f1 = (right) => (2 * right) / (2 * right + miss + alarm)
  console.log(
    `  ${name.padEnd(12)} accuracy ${percent(hit + quiet, read.length)}, macro-F1 ${((f1(hit) + f1(quiet)) / 2).toFixed(3)}, precision ${percent(hit, hit + alarm)}, recall ${percent(hit, hit + miss)}`,
  )
}
console.log(`wording: ${read.length} sentences (macro-F1 floor 0.58, goal 0.70)`)
report('any kind', (kinds) => kinds.size > 0)
report('loaded only', (kinds) => kinds.has('loaded'))
