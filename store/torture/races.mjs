import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticles } from './articles.mjs'
import { hearsay, kept, start } from './hearsay.mjs'

const ARTICLES = 6

/** Two processes make one home and add the same articles to it at once. */
export async function races(folder, rounds) {
  const articles = writeArticles(join(folder, 'raced'), ARTICLES, 5)
  const counts = { rounds, failed: 0, lost: 0, doubled: 0, 'not sound': 0 }
  for (let round = 0; round < rounds; round++) {
    const home = join(folder, `race-${round}`)
    const both = [start(home, 'add', articles), start(home, 'add', articles)]
    const ends = await Promise.all(both.map(({ ended }) => ended))
    for (const { code, stderr } of ends) {
      if (code === 0) continue
      counts.failed++
      console.error(stderr)
    }
    const here = kept(home)
    counts.doubled += here.length - new Set(here).size
    counts.lost += ARTICLES - new Set(here).size
    const { status, stdout } = hearsay(home, 'verify')
    // Two of a row would also show as a capture too many.
    if (
      status !== 0 ||
      !stdout.includes(` ${ARTICLES} captures, ${ARTICLES} blobs, ${ARTICLES} ledgers`)
    ) {
      counts['not sound']++
      console.error(stdout)
    }
    rmSync(home, { recursive: true })
  }
  return { counts, bad: counts.failed + counts.lost + counts.doubled + counts['not sound'] }
}
