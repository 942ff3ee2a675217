import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { extract, type Extract } from 'tar-stream'
import { HearsayError } from '@hearsay/engine'
import { sha256 } from '../../hash.js'
import type { Counts, Problem } from '@hearsay/contract'
import type { Backend } from '../backend.js'
import { CARRIED, FORMAT, type CarriedRow, type Manifest } from './backup-tables.js'
import { articleProblems } from '../verify/check-articles.js'
import { askedProblems } from '../verify/check-asked.js'
import { rowProblems } from '../verify/check-rows.js'
import { counts } from '../rows/counts.js'
import type { Connection } from '../database.js'
import { reindex } from './index-article.js'
import { insertRows } from './insert-rows.js'
import { rejoin } from '../stories/join-story.js'
import { append } from './journal.js'
import { settle } from '../identities/settle.js'

/**
 * Puts a backup into a store that holds nothing yet, all or nothing: what does not hold together is refused.
 * @throws HearsayError `store-not-empty`, `backup-damaged`, `backup-newer`.
 */
export async function restore(
  backend: Backend,
  now: () => Date,
  source: AsyncIterable<Uint8Array>,
): Promise<Counts> {
  const placed: string[] = []
  try {
    return await backend.database.write(
      async (connection) => {
        await refuseFull(connection, backend.name)
        await backend.emptyJournal(connection)
        await fillFrom(source, backend, connection, placed)
        await backend.continueIds(connection)
        await reindex(connection, backend.index)
        await rejoin(connection)
        await settle(connection)
        await append(connection, now().toISOString(), 'restore', {
          version: backend.migrations.length,
        })
        for (const check of [rowProblems, articleProblems, askedProblems])
          await refuseProblems(check({ backend, connection }))
        return counts(connection)
      },
      { once: true },
    )
  } catch (error) {
    await backend.database.write(async (connection) => {
      for (const hash of placed) {
        const used = await connection.row('select 1 from blobs where hash = ?', hash)
        if (!used) await backend.bytes.remove(connection, hash)
      }
    })
    throw refusal(error)
  }
}

/** What a database or a check cannot even take was no row of ours; what is wrong with the store itself is told as it is. */
function refusal(error: unknown): unknown {
  if (error instanceof HearsayError && /^(store|backup)-/.test(error.code)) return error
  return damaged((error as Error).message)
}

async function refuseFull(connection: Connection, name: string): Promise<void> {
  for (const { table } of CARRIED) {
    const where = table === 'journal' ? "where kind <> 'schema'" : ''
    if (await connection.row(`select 1 from ${table} ${where} limit 1`)) {
      throw new HearsayError(
        'store-not-empty',
        `${name} holds something already. Restore into a folder or database that holds nothing; nothing was changed.`,
      )
    }
  }
}

async function fillFrom(
  source: AsyncIterable<Uint8Array>,
  backend: Backend,
  connection: Connection,
  placed: string[],
): Promise<void> {
  let manifest: Manifest | undefined
  const due = new Set<string>()
  for await (const { name, bytes, lines } of entriesOf(source)) {
    if (!manifest) {
      manifest = manifestIn(name, await bytes())
      for (const { table } of manifest.tables) due.add(`tables/${table}.jsonl`)
      continue
    }
    const [folder, rest = ''] = name.split('/')
    if (folder === 'tables' && due.delete(name)) {
      await fillTable(connection, manifest, rest.replace(/\.jsonl$/, ''), lines())
    } else if (folder === 'blobs') {
      const content = await bytes()
      if (sha256(content) !== rest) throw damaged(`${name} holds other bytes than its name says`)
      const staged = await backend.bytes.stage(content)
      try {
        // What an earlier try left behind may not be whole.
        await backend.bytes.remove(connection, rest)
        await staged.place(connection, rest)
        placed.push(rest)
        await staged.settled()
      } finally {
        await staged.discard()
      }
    } else throw damaged(`${name} does not belong in it`)
  }
  if (!manifest) throw damaged('it is empty')
  const [missing] = due
  if (missing !== undefined) throw damaged(`${missing} is missing`)
  const here = new Set(placed)
  for (const { hash } of await connection.rows<{ hash: string }>('select hash from blobs'))
    if (!here.has(hash)) throw damaged(`blobs/${hash} is missing`)
}

function manifestIn(name: string, bytes: Uint8Array): Manifest {
  if (name !== 'manifest.json') throw damaged('it does not begin with a manifest')
  let manifest: Partial<Manifest>
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest>
  } catch {
    throw damaged('its manifest cannot be read')
  }
  const { format, tables } = manifest
  if (typeof format !== 'number' || !Array.isArray(tables))
    throw damaged('its manifest cannot be read')
  const known = new Set<string>(CARRIED.map(({ table }) => table))
  if (format > FORMAT || tables.some(({ table }) => !known.has(table))) throw newer()
  return manifest as Manifest
}

async function fillTable(
  connection: Connection,
  manifest: Manifest,
  table: string,
  lines: AsyncIterable<{ line: string; raw: Uint8Array }>,
): Promise<void> {
  const due = manifest.tables.find((each) => each.table === table)!
  const hash = createHash('sha256')
  const known = new Set(await columnsOf(connection, table))
  const { key } = CARRIED.find((each) => each.table === table)!
  let rows: CarriedRow[] = []
  let count = 0
  const flush = async () => {
    await insertRows(connection, table, rows)
    rows = []
  }
  for await (const { line, raw } of lines) {
    hash.update(raw)
    const row = rowIn(line, table)
    if (Object.keys(row).some((column) => !known.has(column))) throw newer()
    // A database would think of one.
    if (row[key] === null || row[key] === undefined)
      throw damaged(`a row of ${table} has no ${key}`)
    count++
    rows.push(row)
    if (rows.length >= 64 || Object.keys(rows[0]!).join() !== Object.keys(row).join()) await flush()
  }
  await flush()
  if (count !== due.rows || hash.digest('hex') !== due.sha256)
    throw damaged(`the table ${table} is not what the manifest says`)
}

function rowIn(line: string, table: string): CarriedRow {
  try {
    return JSON.parse(line) as CarriedRow
  } catch {
    throw damaged(`a row of the table ${table} cannot be read`)
  }
}

/** The columns of a table, which may be empty. */
async function columnsOf(connection: Connection, table: string): Promise<string[]> {
  const row = await connection.row<CarriedRow>(
    `select ${table}.* from (select 1 as one) as one_row left join ${table} on false`,
  )
  return Object.keys(row ?? {})
}

async function refuseProblems(problems: AsyncGenerator<Problem>): Promise<void> {
  for await (const { where, what } of problems) throw damaged(`${where}: ${what}`)
}

type Entry = Extract extends AsyncIterable<infer Source> ? Source : never

interface Read {
  name: string
  bytes(): Promise<Uint8Array>
  lines(): AsyncIterable<{ line: string; raw: Uint8Array }>
}

/** The entries of a tar file, one after another; each must be read to its end before the next. */
async function* entriesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Read> {
  const tar = extract()
  const input = Readable.from(source)
  const failed = (error: Error) => tar.destroy(error)
  input.on('error', failed).pipe(tar as unknown as NodeJS.WritableStream)
  try {
    for await (const entry of tar) {
      if (entry.header.type !== 'file') throw damaged(`${entry.header.name} is no file`)
      yield { name: entry.header.name, bytes: () => bytesOf(entry), lines: () => linesIn(entry) }
    }
  } catch (error) {
    if (error instanceof HearsayError) throw error
    throw damaged((error as Error).message)
  } finally {
    input.destroy()
  }
}

async function bytesOf(entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of chunksOf(entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* chunksOf(entry: Entry): AsyncGenerator<Buffer> {
  const chunks = (entry as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch((error: Error) => {
      throw damaged(error.message)
    })
    if (next.done) return
    yield next.value
  }
}

const NEWLINE = 10

async function* linesIn(entry: Entry): AsyncGenerator<{ line: string; raw: Uint8Array }> {
  let rest: Buffer[] = []
  for await (const chunk of chunksOf(entry)) {
    let from = 0
    for (let at; (at = chunk.indexOf(NEWLINE, from)) >= 0; from = at + 1) {
      const raw = Buffer.concat([...rest, chunk.subarray(from, at + 1)])
      rest = []
      yield { line: raw.toString('utf8'), raw }
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) throw damaged('a table ends within a row')
}

function damaged(what: string): HearsayError {
  return new HearsayError(
    'backup-damaged',
    `The backup cannot be restored: ${what}. Nothing was changed; take another copy of it.`,
  )
}

function newer(): HearsayError {
  return new HearsayError(
    'backup-newer',
    'The backup was written by a newer hearsay. Update hearsay; nothing was changed.',
  )
}
