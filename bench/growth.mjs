// How do time and memory grow as a text does, through `hearsay add`? The slope of log time over log length (1 is linear),
// and the most memory that all its processes held together. Time is what the processors worked, so that a machine with
// other work measures the same; texts beyond the bound of one article are read in parts (docs/intake.md).
// node bench/growth.mjs          10 kB to 1 MB: a minute or so
// node bench/growth.mjs --full   10 kB to 20 MB: a quarter of an hour on a machine that does nothing else
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, texts } from './texts.mjs'

const [MOST_SLOPE, MOST_MB] = [1.15, 700]
const FULL = process.argv.includes('--full')
const SIZES = FULL ? [1e4, 1e5, 1e6, 5e6, 2e7] : [1e4, 1e5, 3e5, 1e6]
const TICKS_PER_SECOND = 100

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const points = []
let peak = 0
for (const size of SIZES) {
  const { seconds, megabytes } = await added(textOf(size))
  points.push([Math.log(size), Math.log(seconds)])
  peak = Math.max(peak, megabytes)
  process.stderr.write(`  ${size} bytes: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB\n`)
}
rmSync(folder, { recursive: true })

const slope = slopeOf(points)
// Starting costs the same for all, and flattens the line: no step of it may be steep either.
const steepest = Math.max(...points.slice(1).map((point, i) => slopeOf([points[i], point])))
console.log(
  `growth: add of texts from ${SIZES[0]} to ${SIZES.at(-1)} bytes${FULL ? '' : ' (20 MB with --full)'}: slope ${slope.toFixed(2)}, steepest step ${steepest.toFixed(2)} (floor ${MOST_SLOPE}), peak memory ${peak.toFixed(0)} MB (floor ${MOST_MB})`,
)
if (Math.max(slope, steepest) > MOST_SLOPE || peak > MOST_MB) {
  console.error('growth: past its floor')
  process.exitCode = 1
}

/** The examples again and again, each time under a number of its own, so that no two parts are the same. */
function textOf(size) {
  const all = texts().map(({ text }) => text)
  const pieces = []
  for (let length = 0, n = 0; length < size; n++) {
    pieces.push(`Report ${n}.\n\n${all[n % all.length]}\n\n`)
    length += Buffer.byteLength(pieces[n])
  }
  return Buffer.from(pieces.join('')).subarray(0, size)
}

/** Adds a text to a new home: seconds of work, and the most megabytes at one time, of the command and all it starts. */
async function added(text) {
  const file = join(folder, 'long.txt')
  const home = mkdtempSync(join(folder, 'home-'))
  writeFileSync(file, text)
  const command = join(root, 'bin', 'hearsay')
  const child = spawn(process.execPath, [command, 'add', '--published', '2024-01-01', file], {
    env: { ...process.env, HEARSAY_HOME: home },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let megabytes = 0
  const seconds = new Map()
  const look = () => {
    const tree = treeOf(child.pid)
    for (const { pid, work } of tree) seconds.set(pid, work)
    megabytes = Math.max(
      megabytes,
      tree.reduce((sum, { memory }) => sum + memory, 0),
    )
  }
  const watch = setInterval(look, 50)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  rmSync(home, { recursive: true })
  if (code !== 0) throw new Error(`add of ${text.length} bytes ended with code ${code}`)
  return { seconds: [...seconds.values()].reduce((sum, each) => sum + each, 0), megabytes }
}

/** The process and all below it, as Linux tells them. */
function treeOf(top) {
  const all = new Map()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/u.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The name of the program, in brackets, may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const [, parent] = fields
      const work = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
      const memory = (Number(fields[21]) * 4096) / 2 ** 20
      all.set(Number(name), { pid: Number(name), parent: Number(parent), work, memory })
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid) => pid === top || (all.has(pid) && isBelow(all.get(pid).parent))
  return [...all.values()].filter(({ pid }) => isBelow(pid))
}

/** Of the line that fits the points best. */
function slopeOf(points) {
  const mean = (k) => points.reduce((sum, point) => sum + point[k], 0) / points.length
  const [mx, my] = [mean(0), mean(1)]
  return (
    points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) /
    points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
  )
}
