import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startDeed } from './deed.mjs'
import { lines, pause } from './hearsay.mjs'
import { deeds } from './inspect.mjs'
import { sound } from './sound.mjs'

/** A copy of a home, killed while a deed is done to it again and again: what was acknowledged is done, nothing is done by halves. */
export async function killsDuringDeeds(fresh, folder, deed, cycles, { below }) {
  const home = join(folder, 'killed')
  const counts = { cycles, acknowledged: 0, lost: 0, doubled: 0, 'not sound': 0 }
  let told = []
  for (let cycle = 0; cycle < cycles; cycle++) {
    // Few articles are left to forget before long.
    if (cycle === 0 || deed === 'forget') {
      rmSync(home, { recursive: true, force: true })
      cpSync(fresh, home, { recursive: true })
      told = []
    }
    const { child, ended } = startDeed(home, deed, 1000)
    await lines(child, below(6))
    await pause(below(30))
    child.kill('SIGKILL')
    const { stdout } = await ended
    const whole = stdout.slice(0, stdout.lastIndexOf('\n') + 1)
    told.push(...whole.split('\n').filter((line) => line !== ''))
    counts.acknowledged += whole.split('\n').length - 1
    if (!(await sound(home))) counts['not sound']++
    const done = await deeds(home)
    counts.lost += told.filter((line) => !done.includes(line) || !isGone(home, line)).length
    counts.doubled += done.length - new Set(done).size
  }
  return { counts, bad: counts.lost + counts.doubled + counts['not sound'] }
}

/** Whether nothing is left of the bytes of what was forgotten; of a plain text they have its name. */
function isGone(home, line) {
  const [what, article] = line.split(' ')
  if (what !== 'forgotten') return true
  return !existsSync(join(home, 'blobs', article.slice(0, 2), article.slice(2)))
}
