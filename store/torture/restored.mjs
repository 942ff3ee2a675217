import { join } from 'node:path'
import { hearsay } from './hearsay.mjs'
import { everything } from './inspect.mjs'
import { sound } from './sound.mjs'

/** A home is backed up and restored elsewhere: all of it is there, and sound. */
export async function restored(home, folder) {
  const file = join(folder, 'backup.tar')
  const copy = join(folder, 'copy')
  const runs = [hearsay(home, ['backup', file]), hearsay(copy, ['restore', file])]
  for (const { stderr, status } of runs) if (status !== 0) console.error(stderr)
  const counts = {
    failed: runs.filter(({ status }) => status !== 0).length,
    'not the same': (await everything(copy)) === (await everything(home)) ? 0 : 1,
    'not sound': (await sound(copy)) ? 0 : 1,
  }
  return { counts, bad: counts.failed + counts['not the same'] + counts['not sound'] }
}
