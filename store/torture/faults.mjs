// Every system call that writes to a home fails once, as strace makes it: without it this is skipped.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeArticles } from './articles.mjs'
import { acknowledged, hearsay } from './hearsay.mjs'
import { everything, kept } from './inspect.mjs'
import { sound } from './sound.mjs'

const bin = fileURLToPath(new URL('../../bin/hearsay', import.meta.url))
const LONGEST_MS = 120_000
const CALLS = {
  ...{ pwrite64: ['EIO', 'ENOSPC'], fsync: ['EIO'], fdatasync: ['EIO'], ftruncate: ['EIO'] },
  ...{ write: ['EIO', 'ENOSPC'], writev: ['EIO'], unlink: ['EIO'], link: ['EIO', 'ENOSPC'] },
  ...{ rename: ['EIO'], mkdir: ['ENOSPC'], openat: ['ENOSPC'] },
}

/** A few for the short form. */
const SHORT = { deeds: ['add', 'forget'], calls: ['pwrite64', 'link'], every: 400 }

/** Each call of each kind in the course of each deed fails once. */
export async function faults(rich, old, folder, short, every = short ? SHORT.every : 1) {
  const { status, error, stderr } = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true'])
  if (status !== 0)
    return { skipped: `strace is not there or may not trace: ${error?.message ?? stderr}` }
  const articles = writeArticles(join(folder, 'faulty'), 2, 71)
  const backup = join(folder, 'backup.tar')
  hearsay(rich, ['backup', backup])
  const [article] = await kept(rich)
  const statement = `${article}/${firstStatement(rich, article)}`
  const deeds = [
    { name: 'add', from: rich, argv: ['add', articles], added: sha256Of(articles) },
    { name: 'correct', from: rich, argv: ['correct', statement, '--accept'] },
    { name: 'forget', from: rich, argv: ['forget', article] },
    { name: 'backup', from: rich, argv: ['backup', join(folder, 'again.tar')] },
    { name: 'restore', from: null, argv: ['restore', backup] },
    { name: 'upgrade', from: old, argv: ['search', 'pier'] },
  ]
  const counts = { faults: 0, told: 0, harmless: 0, silent: 0, lost: 0, 'not sound': 0 }
  for (const deed of deeds.filter(({ name }) => !short || SHORT.deeds.includes(name)))
    for (const call of short ? SHORT.calls : Object.keys(CALLS)) await failEach(deed, call)
  const none = counts.faults === 0 ? 1 : 0
  const bad = counts.silent + counts.lost + counts['not sound'] + none
  return { counts, bad }

  async function failEach(deed, call) {
    for (const error of CALLS[call])
      for (let nth = 1, hit = true; hit; nth += every) hit = await failOnce(deed, call, error, nth)
  }

  /** Whether there was such a call to fail. */
  async function failOnce({ name, from, argv, added = [] }, call, error, nth) {
    const home = join(folder, 'home')
    for (const each of [home, join(folder, 'again.tar')])
      rmSync(each, { recursive: true, force: true })
    if (from) cpSync(from, home, { recursive: true })
    const before = from && (await kept(home))
    const run = straced(home, folder, argv, added, `${call}:error=${error}:when=${nth}`)
    if (!run.hit) return false
    counts.faults++
    const what = `${name}, ${call} ${nth}, ${error}`
    if (run.status === 0) counts.harmless++
    else if (/^hearsay: .+/m.test(run.stderr)) counts.told++
    else wrong('silent', `${what}: ended with ${run.status ?? run.signal}: ${run.stderr}`)
    if (!existsSync(join(home, 'hearsay.db'))) return true
    if (!(await sound(home))) wrong('not sound', what)
    const here = await kept(home)
    const due = name === 'forget' ? before.filter((id) => id !== article) : (before ?? [])
    const missing = [...due, ...acknowledged(run.stdout)].filter((id) => !here.includes(id))
    if (missing.length > 0) wrong('lost', `${what}: ${missing}`)
    if (run.status === 0 && name === 'forget' && here.includes(article)) wrong('lost', what)
    if (
      run.status === 0 &&
      name === 'restore' &&
      (await everything(home)) !== (await everything(rich))
    )
      wrong('lost', what)
    return true
  }

  function wrong(how, what) {
    counts[how]++
    console.error(`${how}: ${what}`)
  }
}

/** Runs the command with one fault in its calls on the files of the home. */
function straced(home, folder, argv, added, fault) {
  const blobs = added.map((hash) => join('blobs', hash.slice(0, 2), hash.slice(2)))
  const folders = [...new Set(added.map((hash) => join('blobs', hash.slice(0, 2))))]
  const names = ['', 'hearsay.db', 'hearsay.db-wal', 'hearsay.db-shm', 'blobs', 'staging']
  const paths = [...names, ...blobs, ...folders].map((name) => join(home, name).replace(/\/$/, ''))
  paths.push(join(folder, 'again.tar'))
  const log = join(folder, 'strace.log')
  const call = fault.split(':')[0]
  const options = ['-f', '-qq', '-o', log, '-e', `trace=${call}`, '-e', `inject=${fault}`]
  const { status, signal, stdout, stderr } = spawnSync(
    'strace',
    [...options, ...paths.flatMap((path) => ['-P', path]), process.execPath, bin, ...argv],
    {
      env: { ...process.env, HEARSAY_HOME: home, HEARSAY_STORE: '' },
      encoding: 'utf8',
      timeout: LONGEST_MS,
    },
  )
  return { status, signal, stdout, stderr, hit: readFileSync(log, 'utf8').includes('(INJECTED)') }
}

function sha256Of(folder) {
  return ['0000.txt', '0001.txt'].map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  )
}

function firstStatement(home, article) {
  const shown = hearsay(home, ['export', '--article', article])
  return /"id": ?"(s\d+)"/.exec(shown.stdout)?.[1] ?? 's1'
}
