// How does time grow as the input doubles? The slope of log time over log size; 1 is linear.
import { openReader } from '@hearsay/engine/node'
import { extract } from '@hearsay/intake'
import { countWords, median, texts } from './texts.mjs'

const all = texts()
  .map(({ text }) => text)
  .join('\n\n')
const reader = await openReader({ threads: 1 })
const read = async (text) =>
  reader.read(
    await extract(new TextEncoder().encode(text), { origin: 'x.txt', published: '2024-01-01' }),
  )
await read(all)
const points = []
for (const times of [1, 2, 4, 8]) {
  const text = Array.from({ length: times }, () => all).join('\n\n')
  const seconds = []
  for (let i = 0; i < 3; i++) {
    const begun = process.hrtime.bigint()
    await read(text)
    seconds.push(Number(process.hrtime.bigint() - begun) / 1e9)
  }
  points.push([Math.log(countWords(text)), Math.log(median(seconds))])
}
await reader.close()
const mean = (k) => points.reduce((sum, p) => sum + p[k], 0) / points.length
const [mx, my] = [mean(0), mean(1)]
const slope =
  points.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0) /
  points.reduce((s, [x]) => s + (x - mx) ** 2, 0)
console.log(
  `growth: ${countWords(all)} words doubled three times, slope ${slope.toFixed(2)} (floor 1.1)`,
)
