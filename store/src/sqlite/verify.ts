import { sha256 } from '../hash.js'
import type { Counts, Problem } from '../store.js'
import { rowProblems } from './check-rows.js'
import { articleProblems } from './check-articles.js'
import { databaseProblems, wordsProblems } from './check-database.js'
import type { Checked } from './checked.js'
import type { Connection } from './connection.js'

type Check = (checked: Checked) => Generator<Problem>

/** In one snapshot of the database, in this order: what a later check says may follow from an earlier problem. */
const CHECKS: readonly [where: string, check: Check][] = [
  ['hearsay.db', databaseProblems],
  ['journal', rowProblems],
  ['articles', articleProblems],
]

/** Whatever is not as it was kept. */
export async function* verify(checked: Checked): AsyncGenerator<Problem, Counts, undefined> {
  const { connection } = checked
  connection.script('begin')
  let counts: Counts
  try {
    for (const [where, check] of CHECKS) yield* guarded(where, check(checked))
    counts = countRows(connection)
  } finally {
    connection.script('commit')
  }
  yield* guarded('blobs', blobProblems(checked))
  yield* guarded('search', wordsProblems(checked))
  return counts
}

/** A check that cannot even be carried out has found something. */
async function* guarded(where: string, check: Generator<Problem>): AsyncGenerator<Problem> {
  try {
    yield* check
  } catch (error) {
    yield { where, what: (error as Error).message }
  }
}

/** Each blob in a look of its own: what is forgotten while we check is no loss. */
function* blobProblems({ connection, blobs }: Checked): Generator<Problem> {
  const listed = connection.rows<{ hash: string; size: number }>('select * from blobs')
  for (const { hash, size } of listed) {
    const what = blobs.has(hash) ? contentProblem(blobs.read(hash), hash, size) : 'is missing'
    if (what === null) continue
    if (connection.row('select 1 from blobs where hash = ?', hash))
      yield { where: blobs.path(hash), what }
  }
  for (const { hash } of connection.rows<{ hash: string }>('select hash from tombstones')) {
    if (!blobs.has(hash) || connection.row('select 1 from blobs where hash = ?', hash)) continue
    yield { where: blobs.path(hash), what: 'was forgotten and is still there' }
  }
}

function contentProblem(bytes: Uint8Array, hash: string, size: number): string | null {
  if (bytes.length !== size) return `has ${bytes.length} bytes, not ${size}`
  return sha256(bytes) === hash ? null : 'holds other bytes than its name says'
}

function countRows(connection: Connection): Counts {
  return {
    articles: count(connection, 'articles'),
    captures: count(connection, 'captures'),
    blobs: count(connection, 'blobs'),
    ledgers: count(connection, 'ledgers'),
    statements: count(connection, 'statements'),
    records: count(connection, 'journal'),
  }
}

/** How many rows there are; none in a table that cannot be read, of which the checks have told. */
function count(connection: Connection, table: string): number {
  try {
    return connection.row<{ rows: number }>(`select count(*) as rows from ${table}`)?.rows ?? 0
  } catch {
    return 0
  }
}
