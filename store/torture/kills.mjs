import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticles } from './articles.mjs'
import { acknowledged, hearsay, lines, pause, start } from './hearsay.mjs'
import { kept } from './inspect.mjs'
import { sound } from './sound.mjs'

/** One home, killed again and again while it grows: what was acknowledged must be there, and all of it sound. */
export async function killsDuringAdd(folder, cycles, { below }) {
  const home = join(folder, 'killed')
  const told = new Set()
  const counts = { cycles, acknowledged: 0, lost: 0, doubled: 0, 'not sound': 0 }
  for (let cycle = 0; cycle < cycles; cycle++) {
    const articles = writeArticles(join(folder, `articles-${cycle}`), 30, cycle)
    const { child, ended } = start(home, ['add', articles])
    await lines(child, 1 + below(8))
    await pause(below(40))
    child.kill('SIGKILL')
    const { stdout } = await ended
    for (const id of acknowledged(stdout)) told.add(id)
    if (!(await sound(home))) counts['not sound']++
    rmSync(articles, { recursive: true })
  }
  const here = await kept(home)
  counts.acknowledged = told.size
  counts.lost = [...told].filter((id) => !here.includes(id)).length
  counts.doubled = here.length - new Set(here).size
  return { counts, bad: counts.lost + counts.doubled + counts['not sound'] }
}

/** Homes that are killed while they are made, or brought up from an older schema: they must open afterwards. */
export async function killsAtStart(folder, cycles, { below }, from = null) {
  const articles = writeArticles(join(folder, 'first'), 2, 77)
  const counts = { cycles, 'before they were done': 0, 'not opened': 0, 'not sound': 0, lost: 0 }
  for (let cycle = 0; cycle < cycles; cycle++) {
    const home = join(folder, `start-${from ? 'old' : 'new'}-${cycle}`)
    if (from) cpSync(from, home, { recursive: true })
    const { child, ended } = start(home, ['add', articles])
    await begun(home, child)
    await pause(below(100))
    child.kill('SIGKILL')
    if (acknowledged((await ended).stdout).length === 0) counts['before they were done']++
    const again = hearsay(home, ['add', articles])
    if (again.status !== 0) counts['not opened']++
    if (!(await sound(home))) counts['not sound']++
    const here = await kept(home)
    counts.lost += acknowledged(again.stdout).filter((id) => !here.includes(id)).length
    if (here.length < 2 + (from ? 3 : 0)) counts.lost++
    rmSync(home, { recursive: true })
  }
  return { counts, bad: counts['not opened'] + counts['not sound'] + counts.lost }
}

/** Until the process has opened the database, or is done. */
async function begun(home, child) {
  while (!existsSync(join(home, 'hearsay.db-wal')) && child.exitCode === null) await pause(1)
}
