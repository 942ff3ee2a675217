import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticles } from './articles.mjs'
import { acknowledged, hearsay, kept, pause, start } from './hearsay.mjs'

/** One home, killed again and again while it grows: what was acknowledged must be there, and all of it sound. */
export async function killsDuringAdd(folder, cycles, { below }) {
  const home = join(folder, 'killed')
  const told = new Set()
  const counts = { cycles, acknowledged: 0, lost: 0, doubled: 0, 'not sound': 0 }
  for (let cycle = 0; cycle < cycles; cycle++) {
    const articles = writeArticles(join(folder, `articles-${cycle}`), 30, cycle)
    const { child, ended } = start(home, 'add', articles)
    await lines(child, 1 + below(8))
    await pause(below(40))
    child.kill('SIGKILL')
    const { stdout } = await ended
    for (const id of acknowledged(stdout)) told.add(id)
    const { status, stdout: verdict, stderr } = hearsay(home, 'verify')
    if (status !== 0) {
      counts['not sound']++
      console.error(verdict, stderr)
    }
    rmSync(articles, { recursive: true })
  }
  const here = kept(home)
  counts.acknowledged = told.size
  counts.lost = [...told].filter((id) => !here.includes(id)).length
  counts.doubled = here.length - new Set(here).size
  return { counts, bad: counts.lost + counts.doubled + counts['not sound'] }
}

/** Homes that are killed while they are made, or brought up from an older schema: they must open afterwards. */
export async function killsAtStart(folder, cycles, { below }, from = null) {
  const articles = writeArticles(join(folder, 'first'), 2, 77)
  const counts = { cycles, 'not opened': 0, 'not sound': 0, lost: 0 }
  for (let cycle = 0; cycle < cycles; cycle++) {
    const home = join(folder, `start-${from ? 'old' : 'new'}-${cycle}`)
    if (from) cpSync(from, home, { recursive: true })
    const { child, ended } = start(home, 'add', articles)
    await pause(60 + below(200))
    child.kill('SIGKILL')
    await ended
    const again = hearsay(home, 'add', articles)
    if (again.status !== 0) counts['not opened']++
    if (hearsay(home, 'verify').status !== 0) counts['not sound']++
    const here = kept(home)
    counts.lost += acknowledged(again.stdout).filter((id) => !here.includes(id)).length
    if (here.length < 2 + (from ? 1 : 0)) counts.lost++
    rmSync(home, { recursive: true })
  }
  return { counts, bad: counts['not opened'] + counts['not sound'] + counts.lost }
}

/** Until the process has said so many lines, or is done. */
function lines(child, count) {
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      count -= String(chunk).split('\n').length - 1
      if (count <= 0) resolve()
    })
    child.on('close', resolve)
  })
}
