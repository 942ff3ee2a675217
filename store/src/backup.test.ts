import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { extract, pack } from 'tar-stream'
import { postgresDatabase } from '../../tests/postgres-database.js'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'
import { openStore, restoreStore, type OpenOptions, type Store } from './index.js'

type fcValue<T> = T extends fc.Arbitrary<infer Value> ? Value : never

const now = () => new Date('2031-05-07T10:00:00Z')
const PAGE = 'https://news.example/dam'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hearsay-backup-'))))
afterEach(() => rmSync(folder, { recursive: true }))

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007)
}

/** A store that holds nothing. */
const place = async (kind: (typeof DATABASES)[number]): Promise<OpenOptions> =>
  kind === 'SQLite' ? { home: join(folder, 'new'), now } : { url: await postgresDatabase(), now }

/** All that a person can ask of a store. */
async function told(store: Store) {
  const articles = await store.articles()
  const problems = []
  for await (const problem of store.verify()) problems.push(problem)
  const originals = []
  for (const article of articles) originals.push((await store.original(article))?.bytes)
  return {
    problems,
    articles,
    ledgers: await Promise.all(articles.map((article) => store.ledger(article))),
    asRead: await Promise.all(articles.map((article) => store.ledger(article, { asRead: true }))),
    captures: await Promise.all(articles.map((article) => store.captures(article))),
    originals: originals.map((bytes) => bytes && Buffer.from(bytes).toString('hex')),
    corrections: await store.corrections(),
    actors: await store.actors({ limit: 99 }),
    hits: await store.search({ limit: 99 }),
    searches: await store.searches(),
    poll: await store.poll(PAGE),
  }
}

describe.each(DATABASES)('a backup of %s', (kind) => {
  const its = temporaryStore(kind)

  async function fill() {
    const { article } = await its.save({
      address: PAGE,
      outlet: 'Cabo Wire',
      published: '2031-05-01',
    })
    await its.save({ address: PAGE, what: 'the dam \ud83d leaked' })
    await its.save({ who: 'Ana Lind', what: 'nothing', address: `${PAGE}/2` })
    const gone = await its.save({ who: 'Bo Marr', what: 'too much', address: `${PAGE}/3` })
    await its.store.correct(article, { kind: 'revise', statement: 's1', act: 'deny' }, 'ana')
    await its.store.merge(['person:ana-ruiz', 'person:ana-lind'], 'ben')
    await its.store.forget(gone.article)
    await its.store.saveSearch('dams', { words: 'dam', limit: 9 })
    await its.store.polled(PAGE, { etag: '"x"', failures: 0 })
  }

  test.each(DATABASES)('is restored into %s as it was, and goes on', async (other) => {
    await fill()
    const before = await told(its.store)
    expect(before.problems).toEqual([])
    const options = await place(other)
    await restoreStore(options, inPieces(await bytesOf(its.store.backup())))
    const store = await openStore(options)
    try {
      expect(await told(store)).toEqual(before)
      const { article } = before.corrections[0]!
      await store.correct(article!, { kind: 'accept', statement: 's1' }, 'ana')
      expect(await told(store)).toMatchObject({ problems: [] })
      const again = await place('SQLite')
      if ('home' in again) again.home += '-again'
      await restoreStore(again, store.backup())
    } finally {
      await store.close()
    }
  })

  test('is of one moment, whatever is added meanwhile', async () => {
    await fill()
    const backup = its.store.backup()
    const first = await backup.next()
    await its.save({ what: 'something new', address: `${PAGE}/9` })
    const chunks = [first.value as Uint8Array]
    for await (const chunk of backup) chunks.push(chunk)
    const options = await place('SQLite')
    const counts = await restoreStore(options, inPieces(Buffer.concat(chunks)))
    expect(counts.articles).toBe(3)
  })

  test('is refused by a store that holds something, which stays as it is', async () => {
    await fill()
    const before = await told(its.store)
    const options = kind === 'SQLite' ? { home: its.home, now } : { url: its.url, now }
    const asked = restoreStore(options, its.store.backup())
    await expect(asked).rejects.toMatchObject({ code: 'store-not-empty' })
    expect(await told(its.store)).toEqual(before)
  })
})

describe('a backup that is not whole', () => {
  const its = temporaryStore()
  const code = (bytes: Uint8Array) =>
    restoreStore({ home: join(folder, 'new'), now }, inPieces(bytes)).then(
      () => 'restored',
      (error: { code?: string }) => error.code ?? String(error),
    )

  /** The backup with its entries changed; null leaves one out. */
  async function changed(change: (name: string, bytes: Buffer) => Buffer | null): Promise<Buffer> {
    const made = pack()
    const tar = extract()
    tar.end(await bytesOf(its.store.backup()))
    for await (const entry of tar) {
      const bytes = change(entry.header.name, await bytesOf(entry as AsyncIterable<Uint8Array>))
      if (bytes) made.entry({ name: entry.header.name }, bytes)
    }
    made.finalize()
    return bytesOf(made as AsyncIterable<Uint8Array>)
  }
  const edited =
    (name: string, from: string | RegExp, to: string) => (each: string, bytes: Buffer) =>
      each === name ? Buffer.from(bytes.toString().replace(from, to)) : bytes

  test.each<[string, Parameters<typeof changed>[0], string]>([
    [
      'that lacks its manifest',
      (name, bytes) => (name === 'manifest.json' ? null : bytes),
      'backup-damaged',
    ],
    [
      'that lacks a table',
      (name, bytes) => (name === 'tables/ledgers.jsonl' ? null : bytes),
      'backup-damaged',
    ],
    [
      'that lacks a blob',
      (name, bytes) => (name.startsWith('blobs/') ? null : bytes),
      'backup-damaged',
    ],
    [
      'with another word in a ledger',
      edited('tables/ledgers.jsonl', 'assert', 'accuse'),
      'backup-damaged',
    ],
    ['with a row that is none', edited('tables/articles.jsonl', '{', '['), 'backup-damaged'],
    [
      'with bytes changed',
      (name, bytes) => (name.startsWith('blobs/') ? Buffer.from('x') : bytes),
      'backup-damaged',
    ],
    ['with a manifest that is none', edited('manifest.json', '{', '['), 'backup-damaged'],
    ['of a newer hearsay', edited('manifest.json', '"format": 1', '"format": 2'), 'backup-newer'],
    [
      'with a table of a newer hearsay',
      edited('manifest.json', '"polls"', '"claims"'),
      'backup-newer',
    ],
    [
      'with something else in it',
      (name, bytes) =>
        name === 'tables/polls.jsonl' ? Buffer.from('{"address":"a","state":"{}"}\n') : bytes,
      'backup-damaged',
    ],
  ])('%s is refused, and leaves nothing', async (_what, change, expected) => {
    await its.save({ address: PAGE })
    expect(await code(await changed(change))).toBe(expected)
    expect(
      readdirSync(join(folder, 'new', 'blobs')).flatMap((each) =>
        readdirSync(join(folder, 'new', 'blobs', each)),
      ),
    ).toEqual([])
    expect(await code(await bytesOf(its.store.backup()))).toBe('restored')
  })

  test('whose journal was forged, its hash in the manifest too, is refused', async () => {
    await its.save({ address: PAGE })
    let journal = ''
    await changed((name, bytes) => {
      if (name === 'tables/journal.jsonl') journal = bytes.toString()
      return bytes
    })
    const forged = journal.replace('T10:', 'T09:')
    const [was, is] = [journal, forged].map((text) =>
      createHash('sha256').update(text).digest('hex'),
    )
    const tar = await changed((name, bytes) => {
      if (name === 'tables/journal.jsonl') return Buffer.from(forged)
      return name === 'manifest.json' ? Buffer.from(bytes.toString().replace(was!, is!)) : bytes
    })
    expect(forged).not.toBe(journal)
    expect(await code(tar)).toBe('backup-damaged')
  })

  /** The rows of each table, and the backup again with one table's rows changed, its manifest too. */
  async function tables(): Promise<[string, Record<string, unknown>[]][]> {
    const found: [string, Record<string, unknown>[]][] = []
    await changed((name, bytes) => {
      const [, table] = /^tables\/(.*)\.jsonl$/.exec(name) ?? []
      const lines = bytes.toString().split('\n').slice(0, -1)
      if (table) found.push([table, lines.map((line) => JSON.parse(line))])
      return bytes
    })
    return found
  }
  function withRows(table: string, rows: readonly object[]): Promise<Buffer> {
    const lines = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    return changed((name, bytes) => {
      if (name === `tables/${table}.jsonl`) return lines
      if (name !== 'manifest.json') return bytes
      const manifest = JSON.parse(bytes.toString()) as { tables: Record<string, unknown>[] }
      const sha256 = createHash('sha256').update(lines).digest('hex')
      const entry = { table, rows: rows.length, size: lines.length, sha256 }
      const tables = manifest.tables.map((each) => (each['table'] === table ? entry : each))
      return Buffer.from(JSON.stringify({ ...manifest, tables }))
    })
  }
  const CHANGES: readonly ((value: unknown) => unknown)[] = [
    () => null,
    () => ({ what: 'else' }),
    () => '{',
    (value) => (typeof value === 'number' ? value + 1 : `${String(value)}x`),
  ]
  /** What nobody but its owner can know to be wrong: a name, an address, a time. */
  const FREE = new Set(['searches.name', 'searches.saved', 'polls.address'])

  test('in which any one field of any row was changed, its hash in the manifest too, is refused whole', async () => {
    await its.save({ address: PAGE, outlet: 'Cabo Wire', published: '2031-05-01' })
    const { article } = await its.save({ who: 'Ana Lind', what: 'nothing', address: `${PAGE}/2` })
    const gone = await its.save({ who: 'Bo Marr', what: 'too much', address: `${PAGE}/3` })
    await its.store.correct(article, { kind: 'revise', statement: 's1', act: 'deny' }, 'ana')
    await its.store.merge(['person:ana-ruiz', 'person:ana-lind'], 'ben')
    await its.store.forget(gone.article)
    await its.store.saveSearch('dams', { words: 'dam', limit: 9 })
    await its.store.polled(PAGE, { etag: '"x"', failures: 0 })
    const fields = (await tables()).flatMap(([table, rows]) =>
      rows.flatMap((row, at) => Object.keys(row).map((field) => ({ table, rows, at, field }))),
    )
    const one = fc.record({ of: fc.constantFrom(...fields), change: fc.constantFrom(...CHANGES) })
    const check = async ({ of: { table, rows, at, field }, change }: fcValue<typeof one>) => {
      const is = change(rows[at]![field])
      fc.pre(is !== rows[at]![field])
      fc.pre(!(FREE.has(`${table}.${field}`) && typeof is === 'string'))
      const told = rows.map((row, n) => (n === at ? { ...row, [field]: is } : row))
      expect([table, field, is, await code(await withRows(table, told))]).toEqual([
        ...[table, field, is, 'backup-damaged'],
      ])
    }
    await fc.assert(fc.asyncProperty(one, check), { numRuns: 40 })
    const doubled = (await tables()).filter(([, rows]) => rows.length > 0)
    for (const [table, rows] of doubled)
      for (const told of [rows.slice(1), [...rows, rows[0]!]])
        if (!/searches|polls/.test(table) || told.length > rows.length)
          expect([table, await code(await withRows(table, told))]).toEqual([
            table,
            'backup-damaged',
          ])
  }, 300_000)

  test.each([0, 1, 511, 512, 700, 5000])('that ends after %i bytes is refused', async (length) => {
    await its.save({ address: PAGE })
    expect(await code((await bytesOf(its.store.backup())).subarray(0, length))).toBe(
      'backup-damaged',
    )
  })

  test('that is no tar file is refused', async () => {
    expect(await code(Buffer.alloc(4096, 'no tar file at all. '))).toBe('backup-damaged')
  })

  test('of an earlier schema comes up to this one', async () => {
    const old = join(folder, 'old')
    cpSync(new URL('../fixtures/home-v1', import.meta.url), old, { recursive: true })
    const store = await openStore({ home: old, now })
    expect(await code(await bytesOf(store.backup()))).toBe('restored')
    await store.close()
  })
})
