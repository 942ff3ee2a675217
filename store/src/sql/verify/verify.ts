import { HearsayError } from '@hearsay/engine'
import { sha256 } from '../../hash.js'
import type { Counts, Problem } from '@hearsay/contract'
import type { Backend } from '../backend.js'
import { rowProblems } from './check-rows.js'
import { articleProblems } from './check-articles.js'
import { askedProblems } from './check-asked.js'
import { identityProblems } from './check-identities.js'
import { indexProblems } from './check-index.js'
import { COUNTED, countRows } from '../rows/counts.js'
import { timestampProblems } from '../write/timestamps.js'
import { storyProblems } from './check-stories.js'
import type { Checked } from './checked.js'
import type { Connection, Database } from '../database.js'
import { uncleared } from '../write/uncleared.js'

type Check = (checked: Checked) => AsyncGenerator<Problem>

/** In one snapshot of the database, in this order: what a later check says may follow from an earlier problem. */
const CHECKS: readonly [where: string, check: Check][] = [
  ['database', ({ backend, connection }) => backend.problems(connection)],
  ['journal', rowProblems],
  ['timestamps', timestampProblems],
  ['articles', articleProblems],
  ['search', indexProblems],
  ['stories', storyProblems],
  ['actors', identityProblems],
  ['searches', askedProblems],
  ['forgotten', lingeringProblems],
]

/** Whatever is not as it was kept. */
export async function* verify(backend: Backend): AsyncGenerator<Problem, Counts, undefined> {
  const snapshot = await backend.database.anew()
  let counts: Counts
  try {
    for (const [where, check] of CHECKS)
      yield* guarded(where, check({ backend, connection: snapshot }))
    counts = await countsLeft(snapshot)
  } finally {
    await snapshot.close()
  }
  yield* guarded('blobs', blobProblems(backend))
  yield* guarded('search', backend.index.problems())
  return counts
}

/** What says nothing of what is kept: the database is away, or has other things to do. */
const NO_FINDING = new Set(['store-unreachable', 'store-busy', 'store-slow'])

/** A check that cannot even be carried out has found something, unless the database is not there to be checked. */
async function* guarded(where: string, check: AsyncGenerator<Problem>): AsyncGenerator<Problem> {
  try {
    yield* check
  } catch (error) {
    if (error instanceof HearsayError && NO_FINDING.has(error.code)) throw error
    yield { where, what: (error as Error).message }
  }
}

interface BlobRow {
  hash: string
  size: number
}

/** Each blob in a look of its own: what is forgotten while we check is no loss. */
async function* blobProblems({ database, bytes }: Backend): AsyncGenerator<Problem> {
  const listed = await database.read((connection) =>
    connection.rows<BlobRow>('select * from blobs'),
  )
  for (const { hash, size } of listed) {
    const content = await database.read((connection) => bytes.read(connection, hash))
    const what = contentProblem(content, hash, size)
    if (what !== null && (await isKept(database, hash))) yield { where: bytes.place(hash), what }
  }
  const forgotten = await database.read((connection) => bytes.forgotten(connection))
  for (const hash of forgotten) {
    if (!(await isKept(database, hash)))
      yield { where: bytes.place(hash), what: 'was forgotten and is still there' }
  }
  for (const hash of await database.read((connection) => bytes.strays(connection))) {
    const what = 'is of nothing that is kept: delete it, or add it again'
    if (!forgotten.includes(hash) && !(await isKept(database, hash)))
      yield { where: bytes.place(hash), what }
  }
}

/** Words of what was forgotten that may still be on the disk. */
async function* lingeringProblems({ connection, backend }: Checked): AsyncGenerator<Problem> {
  const what =
    'may still hold words of what was forgotten: make room on its disk, end what else reads it, and run this again'
  if ((await uncleared(connection)).length > 0) yield { where: backend.name, what }
}

/** Now, and not when the check began. */
async function isKept(database: Database, hash: string): Promise<boolean> {
  const row = await database.read((connection) =>
    connection.row('select 1 from blobs where hash = ?', hash),
  )
  return row !== undefined
}

function contentProblem(bytes: Uint8Array | null, hash: string, size: number): string | null {
  if (bytes === null) return 'is missing'
  if (bytes.length !== size) return `has ${bytes.length} bytes, not ${size}`
  return sha256(bytes) === hash ? null : 'holds other bytes than its name says'
}

/** Of a table that cannot be read, none: the checks have told of it. */
async function countsLeft(connection: Connection): Promise<Counts> {
  const counted = {} as Counts
  for (const [noun, table] of COUNTED) {
    try {
      counted[noun] = await countRows(connection, table)
    } catch {
      counted[noun] = 0
    }
  }
  return counted
}
