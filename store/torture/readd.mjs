import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hearsay, lines, start } from './hearsay.mjs'
import { rows } from './inspect.mjs'
import { sound } from './sound.mjs'

/** One of each kind that can be added without a network. */
const KINDS = fileURLToPath(new URL('../fixtures/every-kind', import.meta.url))

// Of JSON in a folder nobody can know whether it is a feed.
const ADD = ['add', 'news', join('news', 'feed.json')]

/** Everything is added, interrupted once; then it is added again twice, from files and from standard input. */
export async function readdEverything(folder) {
  const home = join(folder, 'readded')
  cpSync(KINDS, join(folder, 'news'), { recursive: true })
  const input = readFileSync(join(folder, 'news', 'wire.jsonl'), 'utf8')
  const add = () => [
    hearsay(home, ADD, { cwd: folder }),
    hearsay(home, ['add', '-'], { cwd: folder, input }),
  ]
  const { child, ended } = start(home, ADD, { cwd: folder })
  await lines(child, 3)
  child.kill('SIGINT')
  const interrupted = await ended
  const first = linesOf(add())
  const before = await rows(home)
  const again = [...linesOf(add()), ...linesOf(add())]
  const after = await rows(home)
  const wrong = {
    'not known': again.filter((line) => !line.startsWith('known ')).length,
    'not told': Math.abs(again.length - 2 * first.length),
    'rows more': sum(after.counts) - sum(before.counts),
    'journal records more': after.counts.journal - before.counts.journal,
    'blobs more': after.blobs - before.blobs,
    'rows changed': after.hash === before.hash ? 0 : 1,
    'not sound': (await sound(home)) ? 0 : 1,
  }
  const counts = {
    'articles kept': before.counts.articles,
    'before the interruption': linesOf([interrupted]).length,
    ...wrong,
  }
  return { counts, bad: sum(wrong) + (first.length === 0 ? 1 : 0) }
}

const linesOf = (runs) =>
  runs.flatMap(({ stdout }) => stdout.split('\n').filter((line) => line !== ''))
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0)
