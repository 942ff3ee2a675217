import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { everything, verify } from './inspect.mjs'

const PAGE = 4096

/** A file that ends at a page, and one with a page of zeros. */
const HARMS = {
  cut: (file, page) => truncateSync(file, page * PAGE),
  zeroed(file, page) {
    const bytes = readFileSync(file)
    bytes.fill(0, page * PAGE, (page + 1) * PAGE)
    writeFileSync(file, bytes)
  },
}

/**
 * The database of a sound home ends at each page once, and each page is zeroed once: `verify` must see it, unless nothing
 * that is kept has changed by it. Every so many pages only, in the short form.
 */
export async function pages(sound, folder, every) {
  const before = await everything(sound)
  const counts = { cut: 0, zeroed: 0, seen: 0, harmless: 0, unseen: 0, 'without a name': 0 }
  const home = join(folder, 'home')
  cpSync(sound, home, { recursive: true })
  const file = join(home, 'hearsay.db')
  const count = readFileSync(file).length / PAGE
  for (let page = 0; page < count; page += every) {
    for (const [what, harm] of Object.entries(HARMS)) {
      for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
      copyFileSync(join(sound, 'hearsay.db'), file)
      harm(file, page)
      counts[what]++
      const { problems } = await verify(home)
      const [first = ''] = problems
      if (/ended the process/.test(first)) counts['without a name']++
      if (problems.length > 0) counts.seen++
      else if ((await everything(home)) === before) counts.harmless++
      else {
        counts.unseen++
        console.error(`page ${page + 1} ${what}: verify found nothing`)
      }
    }
  }
  const bad = counts.unseen + counts['without a name'] + (before === null ? 1 : 0)
  return { counts, bad }
}
