import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { everything, verify } from './inspect.mjs'

/** Of a sound home one bit of one file is turned over: `verify` must see it, unless nothing that is kept has changed by it. */
export async function flips(sound, folder, count, { below }) {
  const before = await everything(sound)
  const counts = { flips: count, seen: 0, harmless: 0, unseen: 0 }
  for (let flip = 0; flip < count; flip++) {
    const home = join(folder, `flip-${flip}`)
    cpSync(sound, home, { recursive: true })
    const file = flip % 4 === 0 ? blobOf(home, below) : join(home, 'hearsay.db')
    const bytes = readFileSync(file)
    const at = below(bytes.length)
    bytes[at] ^= 1 << below(8)
    writeFileSync(file, bytes)
    if ((await verify(home)).problems.length > 0) counts.seen++
    else if ((await everything(home)) === before) counts.harmless++
    else {
      counts.unseen++
      console.error(`byte ${at} of ${file}: verify found nothing`)
    }
    rmSync(home, { recursive: true })
  }
  return { counts, bad: counts.unseen + (before === null ? count : 0) }
}

function blobOf(home, below) {
  const names = readdirSync(join(home, 'blobs'), { recursive: true }).map((name) =>
    join(home, 'blobs', name),
  )
  const files = names.filter((name) => statSync(name).isFile()).sort()
  return files[below(files.length)]
}
