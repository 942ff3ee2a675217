// What full-disk.mjs runs where a small disk is mounted: on-full-disk.mjs FOLDER DISK short|long. Prints counts as JSON.
import { cpSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../dist/index.js'
import { writeArticles } from './articles.mjs'
import { acknowledged, hearsay, pause } from './hearsay.mjs'
import { endInspection, kept } from './inspect.mjs'
import { readings } from './readings.mjs'
import { sound } from './sound.mjs'

const [folder, disk, size] = process.argv.slice(2)
const home = join(disk, 'home')
const filler = join(disk, 'filler')
const PAGE = 4096
/** Rooms in pages of the disk: from none to more than a start and three articles take. */
const ROOMS = 220
const STEP = size === 'short' ? 27 : 4
const REMEDY =
  /There is no room left for .* Make room and run the same command again: what was added is kept\./
const ARTICLES = 40

const counts = {
  ...{
    rooms: 0,
    'full at start': 0,
    'full at staging': 0,
    'full elsewhere': 0,
    'full at commit': 0,
  },
  ...{
    'told otherwise': 0,
    lost: 0,
    doubled: 0,
    'not sound': 0,
    'not opened': 0,
    'not forgotten': 0,
  },
}

const again = () => openStore({ home, now: () => new Date() })

/** Leaves the home alone, or an empty disk, and `pages` of room. */
async function fill(from, pages) {
  for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true })
  await emptied()
  if (from) cpSync(from, home, { recursive: true })
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - pages * PAGE)))
}

/** Until nobody holds what was removed: SQLite does, until the statements that read it have been collected. */
async function emptied() {
  for (let tries = 0; tries < 500; tries++) {
    const { blocks, bfree } = statfsSync(disk)
    if (blocks === bfree) return
    globalThis.gc()
    await pause(10)
  }
  throw new Error(`${disk} does not get empty`)
}

const makeRoom = () => rmSync(filler)

/** Adds with so little room, and the rest once there is more; every other time through the store that failed. */
async function addIn(room, read, from) {
  counts.rooms++
  await fill(from, room)
  const told = new Set()
  let store = null
  let failed = false
  try {
    store = await again()
    await saveAll(store, read, told)
  } catch (error) {
    failed = true
    note(error, store)
  }
  makeRoom()
  try {
    if (failed && (store === null || counts.rooms % 2 === 0)) {
      await store?.close()
      store = null
      store = await again()
    }
    const here = await store.articles()
    counts.lost += [...told].filter((article) => !here.includes(article)).length
    await saveAll(store, read, told)
  } catch (error) {
    counts['not opened']++
    console.error(room, error)
  } finally {
    await store?.close()
  }
  await check(read.length + (from ? 3 : 0))
}

/** Forgets with so little room: it may fail, but not by halves. */
async function forgetIn(room) {
  counts.rooms++
  await fill(old, room)
  let [store, article] = [null, null]
  try {
    store = await again()
    article = (await store.articles())[0]
    await store.forget(article)
  } catch (error) {
    note(error, store)
  }
  await store?.close()
  makeRoom()
  try {
    store = await again()
    await store.forget(article ?? (await store.articles())[0])
    await store.close()
  } catch (error) {
    counts['not opened']++
    console.error(room, error)
  }
  await check(2)
  if ((await kept(home)).length > 2) counts['not forgotten']++
}

async function saveAll(store, read, told) {
  for (const { article, capture, ledger } of read) {
    await store.save(capture, ledger)
    told.add(article)
  }
}

async function check(due) {
  const here = await kept(home)
  counts.doubled += here.length - new Set(here).size
  counts.lost += Math.max(0, due - here.length)
  if (!(await sound(home))) counts['not sound']++
}

/** Where there was no room, and whether it was told as it should be. */
function note(error, store) {
  if (error.code !== 'store-full' || !REMEDY.test(error.message)) {
    counts['told otherwise']++
    console.error(error)
  }
  if (store === null) counts['full at start']++
  else if (error.cause?.syscall) counts['full at staging']++
  else if (/\.commit\b/.test(error.stack)) counts['full at commit']++
  else counts['full elsewhere']++
}

/** The command itself, while the disk fills. */
async function addUntilFull(folder, from) {
  const articles = writeArticles(join(folder, 'to-add'), ARTICLES, 22)
  await fill(from, 150)
  const first = hearsay(home, ['add', articles])
  if (first.status !== 1 || !REMEDY.test(first.stderr)) {
    counts['told otherwise']++
    console.error('add ended with', first.status, first.stderr)
  }
  makeRoom()
  const told = acknowledged(first.stdout)
  counts['acknowledged by the command'] = told.length
  const here = await kept(home)
  counts.lost += told.filter((id) => !here.includes(id)).length
  const second = hearsay(home, ['add', articles])
  if (second.status !== 0) {
    counts['not opened']++
    console.error(second.stderr)
  }
  await check(ARTICLES + 3)
}

const old = join(folder, 'begun')
hearsay(old, ['add', writeArticles(join(folder, 'old'), 3, 20)])
const read = await readings(folder)
for (let room = 0; room < ROOMS; room += STEP) {
  await addIn(room, read, null)
  await addIn(room, read, old)
  await forgetIn(room)
}
await addUntilFull(folder, old)
endInspection()
const WRONG = ['told otherwise', 'lost', 'doubled', 'not sound', 'not opened', 'not forgotten']
const bad = WRONG.reduce((sum, what) => sum + counts[what], 0)
console.log(JSON.stringify({ counts, bad }))
