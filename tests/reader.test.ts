import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLedger, type Article, type Ledger } from '@hearsay/engine'
import { openReader } from '@hearsay/engine/node'

/** The shipped model itself, on invented text. */
let reader: Awaited<ReturnType<typeof openReader>>
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader.close())

const article = (text: string): Article => ({
  id: 'sha256:0',
  origin: 'test.txt',
  bytes: 'sha256:0',
  title: null,
  byline: null,
  outlet: 'Varnholt Post',
  published: '2024-05-01',
  language: 'en',
  text,
})
const read = (text: string) => reader.read(article(text))
const statement = (ledger: Ledger, cue: RegExp) =>
  ledger.statements.find((s) => cue.test(s.cue.text ?? ''))

describe('a reading that is stopped', () => {
  const text = 'The dam will hold until spring, engineer Ana Ruiz said on Friday.\n\n'
  it('before it begins', async () => {
    const stop = AbortSignal.abort(new Error('enough'))
    await expect(reader.read(article(text), { stop })).rejects.toThrow('enough')
  })
  it('between two windows', async () => {
    const long = Array.from({ length: 3000 }, (_, n) => text.replace('dam', `dam ${n}`)).join('')
    const stop = AbortSignal.timeout(200)
    await expect(reader.read(article(long), { stop })).rejects.toThrow(/timeout/i)
  })
  it('and the next is read as ever', async () => {
    expect((await read(text)).statements).toHaveLength(1)
  })
})

describe('reads', () => {
  it('a plain statement', async () => {
    const ledger = await read('The dam will hold until spring, engineer Ana Ruiz said on Friday.')
    expect(ledger.statements).toHaveLength(1)
    expect(ledger.statements[0]).toMatchObject({
      parent: null,
      quotation: 'indirect',
      remove: 1,
      cue: { text: 'said', act: 'assert' },
    })
    expect(ledger.statements[0]?.source?.text).toContain('Ana Ruiz')
    expect(ledger.statements[0]?.content.map((c) => c.text)).toEqual([
      'The dam will hold until spring',
    ])
    expect(ledger.sentences[0]?.voice).toBe('attributed')
  })
  it('two cues with one subject as two statements', async () => {
    const ledger = await read(
      'The minister said the talks had failed, but confirmed that envoys would meet again in June.',
    )
    expect(ledger.statements).toHaveLength(2)
    expect(new Set(ledger.statements.map((s) => s.source?.actor)).size).toBe(1)
  })
  it('whoever is quoted under whoever quotes, a misspelt cue included', async () => {
    const ledger = await read(
      'The Marel News Agency citied local sources as saying that the convoy had left the harbour.',
    )
    const inner = statement(ledger, /saying/)
    expect(inner?.source?.text).toBe('local sources')
    expect(inner?.parent).toBe(statement(ledger, /citied/)?.id)
    expect(inner?.remove).toBe(2)
  })
  it('an agentless report', async () => {
    const ledger = await read(
      'In another development, two trucks were reportedly spotted near the old bridge.',
    )
    expect(statement(ledger, /reportedly/)).toMatchObject({
      source: null,
      remove: null,
      chain: ['a0'],
    })
  })
  it('a refusal to comment', async () => {
    const ledger = await read('A spokesman for Verdan Rail declined to comment on the inquiry.')
    expect(ledger.statements[0]?.cue.act).toBe('decline')
  })
  it('a direct quotation', async () => {
    const ledger = await read('“We ran out of sandbags by noon,” Odile Brandt said.')
    expect(ledger.statements[0]).toMatchObject({
      quotation: 'direct',
      source: { text: 'Odile Brandt' },
    })
  })
  it('nothing in an empty text', async () => expect((await read('')).statements).toEqual([]))
})

describe('holds', () => {
  it('the same ledger for the same text', async () => {
    const text =
      'Ana Ruiz said the dam held. “It was luck,” she added. Critics, according to the Post, disagree.'
    expect(JSON.stringify(await read(text))).toBe(JSON.stringify(await read(text)))
  })
  it('leaves out what is less sure than asked', async () => {
    const text = 'Ana Ruiz said the dam held. Trucks were reportedly seen.'
    const ledger = await reader.read(article(text), { minConfidence: 0.999 })
    expect(ledger.statements.every((s) => s.confidence >= 0.99)).toBe(true)
  })
  it('the record on any text: spans inside, slices equal, chains ending at the outlet', async () => {
    const pieces = fc.constantFrom(
      'Ana Ruiz said ',
      'the dam held',
      '“',
      '”',
      '"',
      "''",
      '‘',
      '\r\n',
      '\n\n',
      ' according to the Post',
      '🙂',
      '\ud800',
      '\u0000',
      ', he added',
      ' reportedly ',
      'U.S. ',
      '«',
      '. ',
      'which citied sources as saying',
      '\u202e',
      'é́',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 }),
        async (parts) => {
          const ledger = await read(parts.join(''))
          expect(checkLedger(ledger)).toEqual([])
          expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger)
        },
      ),
      { numRuns: 120 },
    )
  })
  it('a line of a hundred thousand words', async () => {
    const ledger = await read('word '.repeat(100_000))
    expect(checkLedger(ledger)).toEqual([])
  }, 120_000)
})
