import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticles } from './articles.mjs'
import { hearsay } from './hearsay.mjs'

/** One bit of one file is turned over: `verify` must see it, unless nothing that is kept has changed by it. */
export async function flips(folder, count, { below }) {
  const sound = join(folder, 'sound')
  hearsay(sound, 'add', writeArticles(join(folder, 'flipped'), 6, 9))
  const before = whatIsKept(sound)
  const counts = { flips: count, seen: 0, harmless: 0, unseen: 0 }
  for (let flip = 0; flip < count; flip++) {
    const home = join(folder, `flip-${flip}`)
    cpSync(sound, home, { recursive: true })
    const file = flip % 4 === 0 ? blobOf(home, below) : join(home, 'hearsay.db')
    const bytes = readFileSync(file)
    const at = below(bytes.length)
    bytes[at] ^= 1 << below(8)
    writeFileSync(file, bytes)
    const { status } = hearsay(home, 'verify')
    if (status === 1) counts.seen++
    else if (status === 0 && whatIsKept(home) === before) counts.harmless++
    else {
      counts.unseen++
      console.error(`byte ${at} of ${file}: verify ended with ${status}`)
    }
    rmSync(home, { recursive: true })
  }
  return { counts, bad: counts.unseen }
}

/** All that a user can get out again. */
function whatIsKept(home) {
  const answers = [
    ['export'],
    ['search', '--since', '1000-01-01'],
    ['search', 'the', '--limit', '1000', '--format', 'jsonl'],
    ['search', '--actor', 'ruiz', '--format', 'jsonl'],
  ]
  return answers.map((argv) => hearsay(home, ...argv).stdout).join('\n')
}

function blobOf(home, below) {
  const names = readdirSync(join(home, 'blobs'), { recursive: true }).map((name) =>
    join(home, 'blobs', name),
  )
  const files = names.filter((name) => statSync(name).isFile()).sort()
  return files[below(files.length)]
}
