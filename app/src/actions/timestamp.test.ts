import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStore, restoreStore } from '@hearsay/store'
import { postgresDatabase } from '../../../tests/postgres-database.js'
import { DATABASES, temporaryStore } from '../../../tests/temporary-store.js'
import { timeStampingAuthority, type Fault } from '../../../tests/time-stamping-authority.js'
import { timestamp } from './timestamp.js'

let authority: Awaited<ReturnType<typeof timeStampingAuthority>>
beforeAll(async () => void (authority = await timeStampingAuthority()))
afterEach(() => void (authority.its.fault = {}))
afterAll(() => authority.close())

const now = () => new Date('2031-05-07T10:00:00Z')

describe.each(DATABASES)('%s', (kind) => {
  const its = temporaryStore(kind)

  test('the head is what the journal ends with, and stands in it for good', async () => {
    await its.save()
    const head = await its.store.head()
    expect(head).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      records: 2,
      at: '2031-05-06T10:00:00.000Z',
    })
    await its.save({ what: 'the pier fell' })
    expect(await its.store.findHead(head.hash)).toEqual(head)
    expect(await its.store.findHead(head.hash.toUpperCase(), 2)).toEqual(head)
    expect(await its.store.findHead(head.hash, 3)).toBeNull()
    expect(await its.store.findHead('0'.repeat(64))).toBeNull()
    expect((await its.store.head()).records).toBe(3)
  })

  test('an authority stamps the head, is told the hash alone, and its token goes where the store goes', async () => {
    await its.save({ who: 'Zelda Quint' })
    const head = await its.store.head()
    const kept = await timestamp(its.store, authority.address)
    expect(kept).toMatchObject({
      ...{ head: head.hash, records: 2, authority: authority.address, problem: null },
      says: { authority: 'CN=Port Amaro Time', issuer: 'CN=Port Amaro Time' },
    })
    const said = Date.parse(kept.says!.time)
    expect(Math.abs(Date.now() - said)).toBeLessThan(120_000)
    const [query] = authority.its.queries.slice(-1)
    expect(query!.includes(Buffer.from(head.hash, 'hex'))).toBe(true)
    expect(query!.length).toBeLessThan(80)
    expect(authority.its.types.at(-1)).toBe('application/timestamp-query')
    await its.save({ what: 'the pier fell' })
    expect(await its.store.timestamps()).toEqual([kept])
    expect(await its.problems()).toEqual([])
    for (const other of DATABASES) {
      const place =
        other === 'SQLite'
          ? { home: mkdtempSync(join(tmpdir(), 'hearsay-stamped-')), now }
          : { url: await postgresDatabase(), now }
      await restoreStore(place, its.store.backup())
      const store = await openStore(place)
      expect(await store.timestamps()).toEqual([kept])
      expect(await store.findHead(head.hash)).toEqual(head)
      expect((await store.verify().next()).done).toBe(true)
      await store.close()
    }
  })
})

describe('an answer', () => {
  const its = temporaryStore()
  const elsewhere = Buffer.alloc(32, 7)
  test.each<[string, Fault, string, RegExp]>([
    ['about something else', { imprint: elsewhere }, 'timestamp-invalid', /of something else/],
    ['to another question', { nonce: Buffer.from([1, 2, 3]) }, 'timestamp-invalid', /nonce/],
    ['that refuses', { refuses: true }, 'timestamp-refused', /too busy/],
    ['that is cut', { cutAt: 200 }, 'url-unreachable', /./],
    ['that is nothing', { sends: new Uint8Array() }, 'timestamp-invalid', /cannot be read/],
    [
      'that is a page',
      { sends: Buffer.from('<p>Welcome to the airport</p>') },
      'timestamp-invalid',
      /cannot be read/,
    ],
    [
      'nested without end',
      { sends: Buffer.alloc(90_000, '\x30\x80', 'latin1') },
      'timestamp-invalid',
      /cannot be read/,
    ],
    ['that does not end', { sends: Buffer.alloc(200_000, 1) }, 'url-too-large', /./],
    [
      'whose certificate had expired',
      { expired: new Date('2021-01-01') },
      'timestamp-invalid',
      /held from 2020.* to 2021/,
    ],
    [
      'whose certificate is for mail',
      { use: '1.3.6.1.5.5.7.3.4' },
      'timestamp-invalid',
      /not one for timestamps/,
    ],
    [
      'that means another certificate',
      { means: elsewhere },
      'timestamp-invalid',
      /another certificate/,
    ],
    ['whose signature is another', { forged: true }, 'timestamp-invalid', /signature/],
    [
      'that sends elsewhere',
      { redirects: 'http://127.0.0.1:1/' },
      'url-http-status',
      /not followed/,
    ],
  ])('%s is refused, and nothing is kept of it', async (_, fault, code, message) => {
    await its.save()
    authority.its.fault = fault
    await expect(timestamp(its.store, authority.address)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
    expect(await its.store.timestamps()).toEqual([])
    expect((await its.store.counts()).records).toBe(2)
  })

  test('that was changed after it was kept is found by verify', async () => {
    await its.save()
    await timestamp(its.store, authority.address)
    const raw = new DatabaseSync(join(its.home, 'hearsay.db'))
    raw.exec("update timestamps set token = replace(token, substr(token, 900, 4), 'AAAA')")
    raw.close()
    const found = await its.problems()
    expect(found.map(({ where }) => where)).toContainEqual(
      expect.stringMatching(/^timestamp of record 2 by http/),
    )
  })

  test('about a head of a journal that was written anew is found by verify', async () => {
    await its.save()
    await timestamp(its.store, authority.address)
    const { hash } = await its.store.head()
    const raw = new DatabaseSync(join(its.home, 'hearsay.db'))
    raw.exec("update timestamps set head = '" + hash + "'")
    raw.close()
    expect(await its.problems()).toContainEqual({
      where: expect.stringMatching(/^timestamp of record 2/),
      what: 'is of a record that the journal does not have',
    })
  })
})
