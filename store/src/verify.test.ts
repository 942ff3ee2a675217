import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { beforeEach, expect, test } from 'vitest'
import { temporaryStore } from '../../tests/temporary-store.js'

const its = temporaryStore()
let article: string
let blob: string
beforeEach(async () => {
  await its.save({ what: 'the ferry sails' })
  article = (await its.save()).article
  blob = join(its.home, 'blobs', article.slice(0, 2), article.slice(2))
})

/** Changes the database behind the store's back. */
function meddle(sql: string): void {
  const database = new DatabaseSync(join(its.home, 'hearsay.db'))
  database.exec(`pragma foreign_keys = off; ${sql}`)
  database.close()
}

const told = async () => (await its.problems()).map(({ where, what }) => `${where}: ${what}`)

test('bytes that nothing kept speaks of are seen; what is being written is no problem', async () => {
  const stray = join(its.home, 'blobs', 'ee', 'f'.repeat(62))
  mkdirSync(join(its.home, 'blobs', 'ee'), { recursive: true })
  writeFileSync(stray, 'left')
  writeFileSync(join(its.home, 'staging', '1-0'), 'left')
  expect(await told()).toEqual([`${stray}: is of nothing that is kept: delete it, or add it again`])
  linkSync(stray, join(its.home, 'staging', '1-1'))
  expect(await told()).toEqual([])
})

test('what was sound is sound again after this and another process have forgotten', async () => {
  const { article: third } = await its.save({ what: 'the quarry closed' })
  for (const forgotten of [article, third]) {
    expect(await told()).toEqual([])
    const other = await its.open()
    await (forgotten === article ? its.store : other).forget(forgotten)
    await other.close()
  }
  expect(await told()).toEqual([])
})

test('damage to pages that were read before is seen', async () => {
  meddle('pragma wal_checkpoint(truncate)')
  expect(await told()).toEqual([])
  const file = join(its.home, 'hearsay.db')
  const bytes = readFileSync(file)
  bytes[bytes.indexOf('dam.txt')]! ^= 1
  writeFileSync(file, bytes)
  expect((await told()).join()).toContain(KEPT)
})

test('changed, shortened and missing bytes are seen', async () => {
  writeFileSync(blob, 'Ana Ruiz said the dam fell.')
  expect(await told()).toEqual([`${blob}: holds other bytes than its name says`])
  writeFileSync(blob, 'Ana Ruiz said')
  expect(await told()).toEqual([`${blob}: has 13 bytes, not 27`])
  rmSync(blob)
  expect(await told()).toEqual([`${blob}: is missing`])
})

const KEPT = 'is not as the journal says it was kept'
const UNREWRITTEN = 'drop trigger journal_is_not_rewritten; drop trigger journal_is_not_shortened;'

test.each([
  [`update captures set origin = 'other.txt' where id = 2`, [`captures, row 2: ${KEPT}`]],
  [`update blobs set size = size + 1`, [KEPT, 'bytes, not']],
  [`update ledgers set record = replace(record, 'assert', 'deny')`, [KEPT, 'the search does not']],
  [`update articles set text = replace(text, 'held', 'fell')`, [KEPT, 'its text is not']],
  [`delete from ledgers where id = 2`, ['record 3 kept is missing', 'has no ledger']],
  [`delete from articles where id = 2`, ['points to a row of articles']],
  [`delete from articles where id = 2`, ['has rows of an article that is not there']],
  [`update statement_tokens set words = 'the bridge'`, ['the search does not know it']],
  [`delete from vocabulary where word = 'ferry'`, ['vocabulary: 1 words are missing']],
  [`update statements set who = 'Ana Ruis'`, ['the search does not know it']],
  [`delete from sketches where article = 1`, ['cannot be found by its reprints']],
  [`insert into sketches values (7, 1)`, ['sketches: has rows that no article has']],
  [`insert into likenesses values (2, 1)`, ['articles 2 and 1 are not alike']],
  [`insert into reprints values (2, 1)`, ['reprints: are not what follows']],
  [`drop trigger tokens_go`, ['tokens_go is missing']],
  [`drop index captures_blob`, ['captures_blob is missing']],
  [
    `insert into statement_index (statement_index, rowid, words, names, places, keys)
     select 'delete', id, words, names, places, keys from statement_tokens limit 1`,
    ['index of words'],
  ],
  [`${UNREWRITTEN} update journal set at = '2030' where sequence = 2`, ['record 2: is not what']],
  [`${UNREWRITTEN} delete from journal where sequence = 2`, ['record 3: follows on record 1']],
  [`${UNREWRITTEN} delete from journal where sequence = 3`, [`captures, row 2: ${KEPT}`]],
])('%s is seen', async (sql, problems) => {
  meddle(sql)
  const all = (await told()).join('\n')
  for (const problem of problems) expect(all).toContain(problem)
})

test.each([
  'update articles set text = substr(text, 1, 20) where id = 2',
  `update articles set text = replace(text, 'held', 'fell') where id = 2`,
  'update ledgers set record = substr(record, 1, 20) where article = 2',
  `update captures set origin = 'other.txt' where article = 2`,
  'update corrections set author = 7 where article = 2',
  'delete from ledgers where article = 2',
])('what is damaged is forgotten, and nothing is amiss then: %s', async (sql) => {
  await its.store.correct(article, { kind: 'accept', statement: 's1' }, 'ana')
  meddle(sql)
  expect(await told()).not.toEqual([])
  await its.store.forget(article)
  expect(await told()).toEqual([])
  expect(await its.store.articles()).toHaveLength(1)
})

test('a damaged article is forgotten with the searches for who speaks there', async () => {
  const { article: lind } = await its.save({ who: 'Tomas Lind' })
  await its.store.saveSearch('of Lind', { actor: 'Lind', limit: 9 })
  meddle('update articles set text = substr(text, 1, 20) where id = 3')
  expect(await its.store.forget(lind)).toMatchObject({ searches: ['of Lind'] })
  expect(await told()).toEqual([])
})

test('a saved search that asks what cannot be asked is told', async () => {
  await its.store.saveSearch('piers', { words: 'pier', limit: 9 })
  meddle(`update searches set query = '{"words": 7}'`)
  expect(await told()).toEqual(['searches, piers: cannot be read'])
})

test('the journal lets nobody rewrite it by mistake', () => {
  for (const sql of ['update journal set at = 1', 'delete from journal'])
    expect(() => meddle(sql)).toThrow('the journal is append-only')
})
