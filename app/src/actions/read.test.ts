import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HearsayError, type Article, type Ledger, type Reader } from '@hearsay/engine'
import { findInputs } from './inputs.js'
import { read, type Reading, type ReadRequest } from './read.js'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'hearsay-read-'))))
afterEach(() => rm(folder, { recursive: true }))

/** A reader that finds nothing in an article and chokes on one that says so. */
async function readNothing({ notes, ...article }: Article): Promise<Ledger> {
  if (article.text.includes('choke')) throw new Error('choked')
  return {
    contract: 1,
    engine: { version: '0', reader: 'nothing', model: null },
    article,
    sentences: [],
    statements: [],
    actors: [],
    places: [],
    times: [],
    quantities: [],
    wording: [],
    notes: notes ?? [],
  }
}

async function readAll(names: string[], more: Partial<ReadRequest> = {}): Promise<Reading[]> {
  const inputs = await findInputs(names)
  const reader = Promise.resolve({ read: readNothing })
  const readings: Reading[] = []
  for await (const reading of read({ inputs, reader, ...more })) readings.push(reading)
  return readings
}

const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

test('a bad file among good ones is told in its place and the rest go on', async () => {
  const good = await file('good.txt', 'The dam held, officials said on Monday evening.')
  const empty = await file('empty.txt', '')
  const choking = await file('choking.txt', 'They choke, residents said on Monday evening.')
  const readings = await readAll([good, 'missing.txt', empty, choking, folder + '/none', good])
  expect(readings).toMatchObject([
    { origin: good, value: { article: { origin: good } } },
    { origin: 'missing.txt', error: { code: 'file-missing' } },
    { origin: empty, error: { code: 'empty-input' } },
    { origin: choking, error: { message: 'choked' } },
    { origin: folder + '/none', error: { code: 'file-missing' } },
    { origin: good, value: { article: { origin: good } } },
  ])
})

test('what the user knows overrules the article', async () => {
  const good = await file('good.txt', 'The dam held, officials said on Monday evening.')
  const particulars = { outlet: 'Cabo Wire', published: '2031-05-06' }
  expect(await readAll([good], { particulars })).toMatchObject([
    { value: { article: particulars } },
  ])
})

test('a reader that cannot be opened stops everything', async () => {
  const good = await file('good.txt', 'The dam held, officials said on Monday evening.')
  const reader = Promise.reject(new HearsayError('model-missing', 'The model is missing.'))
  reader.catch(() => {})
  await expect(readAll([good, good], { reader })).rejects.toThrow('The model is missing.')
})

test('an article that takes too long is refused by name, and its neighbours are kept', async () => {
  const good = await file('good.txt', 'The dam held, officials said on Monday evening.')
  const slow = await file('slow.txt', 'It takes for ever, residents said on Monday evening.')
  const read: typeof reader.read = async (article, options) => {
    // A pass that waits for nothing: only the clock can tell it.
    while (article.text.includes('for ever')) options?.stop?.throwIfAborted()
    return readNothing(article)
  }
  const reader: Pick<Reader, 'read'> = { read }
  const limit = ({ text }: Article) => (text.includes('for ever') ? 50 : 60_000)
  const readings = await readAll([good, slow, good], { reader: Promise.resolve(reader), limit })
  expect(readings).toMatchObject([
    { value: { article: { origin: good } } },
    { origin: slow, error: { code: 'read-too-slow', message: expect.stringContaining(slow) } },
    { value: { article: { origin: good } } },
  ])
})
