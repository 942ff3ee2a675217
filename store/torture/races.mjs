import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticles } from './articles.mjs'
import { start } from './hearsay.mjs'
import { kept, verify } from './inspect.mjs'

const ARTICLES = 6

/** Two processes make one home and add the same articles to it at once. */
export async function races(folder, rounds) {
  const articles = writeArticles(join(folder, 'raced'), ARTICLES, 5)
  const counts = { rounds, failed: 0, lost: 0, doubled: 0, 'not sound': 0 }
  for (let round = 0; round < rounds; round++) {
    const home = join(folder, `race-${round}`)
    const both = [start(home, ['add', articles]), start(home, ['add', articles])]
    const ends = await Promise.all(both.map(({ ended }) => ended))
    for (const { code, stderr } of ends) {
      if (code === 0) continue
      counts.failed++
      console.error(stderr)
    }
    const here = await kept(home)
    counts.doubled += here.length - new Set(here).size
    counts.lost += ARTICLES - new Set(here).size
    const { problems, counts: rows } = await verify(home)
    // Two of a row would also show as a capture too many.
    const once = [rows.captures, rows.blobs, rows.ledgers].every((count) => count === ARTICLES)
    if (problems.length > 0 || !once) {
      counts['not sound']++
      console.error(problems, rows)
    }
    rmSync(home, { recursive: true })
  }
  return { counts, bad: counts.failed + counts.lost + counts.doubled + counts['not sound'] }
}
