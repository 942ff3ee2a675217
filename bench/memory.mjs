// Does memory stay flat over many articles in one run? Peak resident size after each fifth of the run.
// node bench/memory.mjs [ARTICLES]
import { openReader } from '@hearsay/engine/node'
import { extract } from '@hearsay/intake'
import { texts } from './texts.mjs'

const total = Number(process.argv[2] ?? 5000)
const paragraphs = texts().flatMap(({ text }) => text.split(/\n\n+/u))
const reader = await openReader({ threads: 1 })
const peaks = []
let peak = 0
for (let i = 0; i < total; i++) {
  const text = [0, 1, 2, 3]
    .map((k) => `${i}: ${paragraphs[(i * 7 + k * 3) % paragraphs.length]}`)
    .join('\n\n')
  const article = await extract(new TextEncoder().encode(text), {
    origin: `${i}.txt`,
    published: '2024-01-01',
  })
  JSON.stringify(await reader.read(article))
  peak = Math.max(peak, process.memoryUsage.rss())
  if ((i + 1) % Math.ceil(total / 5) === 0) {
    peaks.push(Math.round(peak / 2 ** 20))
    process.stderr.write(`  ${i + 1} articles, peak ${peaks.at(-1)} MB\n`)
    peak = 0
  }
}
await reader.close()
console.log(
  `memory: ${total} articles in one run, peak per fifth ${peaks.join(', ')} MB (floor: flat, under 700; goal 400)`,
)
