import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { world } from '../../bench/invented-ledgers.mjs'
import { documents, extract } from '../../intake/dist/index.js'
import { openStore } from '../../store/dist/index.js'
import { mutated } from './mutated.mjs'
import { SEEDS, TOKENS } from './seeds.mjs'

/**
 * What is fuzzed: what is tried, how, and how it is kept in a file. Nothing but a HearsayError may be thrown; that no time or no
 * memory was left for something so small is a finding, too, unless the machine was busy: then it ends when tried again.
 */
export const TARGETS = {
  intake: {
    inputs: mutated(SEEDS, TOKENS).map(({ origin, bytes, pack }) => ({
      origin,
      bytes: Buffer.from(pack(bytes)),
    })),
    open: async () => ({
      try: (input) => patiently(() => tryDocuments(input)),
      close: async () => {},
    }),
    keep: ({ origin, bytes }) => ({ origin, bytes: bytes.toString('base64') }),
    kept: ({ origin, bytes }) => ({ origin, bytes: Buffer.from(bytes, 'base64') }),
  },
  search: {
    inputs: questions(),
    open: openInvented,
    keep: (query) => query,
    kept: (query) => query,
  },
}

async function tryDocuments({ origin, bytes }) {
  const source = { from: { bytes }, origin, address: `file:///${origin}` }
  await named(async () => {
    for await (const found of documents(source)) {
      if ('error' in found) refuseExhaustion(found.error)
      else await named(() => extract(found.bytes, { ...found, ...found.particulars }))
    }
  })
}

async function openInvented() {
  const home = mkdtempSync(join(tmpdir(), 'hearsay-fuzz-'))
  const store = await openStore({ home, now: () => new Date('2031-05-06T10:00:00Z') })
  const { article } = world(7)
  for (let n = 0; n < 40; n++) {
    const { capture, ledger } = article(n, 20)
    await store.save(capture, ledger)
  }
  return {
    try: async (query) => {
      await named(() => store.search(query))
      await named(() => store.facets(query))
    },
    close: async () => {
      await store.close()
      rmSync(home, { recursive: true })
    },
  }
}

async function named(work) {
  try {
    await work()
  } catch (error) {
    if (error.name !== 'HearsayError') throw error
    refuseExhaustion(error)
  }
}

class Exhausted extends Error {}

function refuseExhaustion({ code, message }) {
  if (/-(timeout|out-of-memory)$/.test(code)) throw new Exhausted(message)
}

async function patiently(work) {
  for (let left = MOST_TRIES - 1; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Exhausted) || left === 0) throw error
    }
  }
}

const MOST_TRIES = 6

function questions() {
  const { words, people, outlets, places } = world(7)
  const marks = [
    '"',
    '“',
    '”',
    '*',
    '**',
    '(',
    ')',
    '^',
    ':',
    '-',
    '+',
    '%',
    '_',
    '\\',
    "'",
    ';',
    '--',
    '\0',
    '\ud83d',
    '😀',
    'e\u0301',
    '\u202e',
    'NEAR(',
    ' AND ',
    ' OR ',
    'NOT ',
    '{',
    '}',
    '\n',
  ]
  const piece = fc.oneof(
    fc.constantFrom(...words.slice(0, 40), ...people.slice(0, 20), ...outlets.slice(0, 5)),
    fc.constantFrom(...marks),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.integer().map(String),
  )
  const asked = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' ')),
    fc
      .record({ piece, times: fc.nat(3000) })
      .map(({ piece, times }) => piece.repeat(times).slice(0, 20_000)),
  )
  const day = fc.oneof(
    asked,
    fc.constantFrom('2031', '2031-05', '2031-05-06', '2031-13', '0000', '99999', '-1'),
  )
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  return fc
    .record(
      {
        words: asked,
        actor: asked,
        actorId: asked,
        act: fc.array(fc.oneof(fc.constantFrom('deny', 'assert'), asked), { maxLength: 4 }),
        outlet: asked,
        voice: fc.array(asked, { maxLength: 2 }),
        agentless: fc.boolean(),
        remove: fc.integer({ min: 1 }),
        since: day,
        until: day,
        about: day,
        place: fc.oneof(
          asked,
          fc.constantFrom('PT', ...places.slice(0, 5).map(({ name }) => name)),
        ),
        number: fc.record({ min: number, max: number, unit: asked }, { requiredKeys: [] }),
        article: asked,
        origins: fc.boolean(),
        order: fc.constantFrom('rank', 'newest'),
        limit: fc.integer({ min: 1, max: 200 }),
        cursor: fc.oneof(asked, fc.constantFrom('n1', 'r1_0.5', 'n99999999999999999')),
      },
      { requiredKeys: ['limit'] },
    )
    .map((query) => onlySome(query))
}

/** Two or three things asked at once reach further than all of them, which nothing answers. */
function onlySome(query) {
  const keys = Object.keys(query).filter((key) => key !== 'limit')
  const kept = keys.filter((_, at) => at % 6 === keys.length % 6)
  return Object.fromEntries([...kept, 'limit'].map((key) => [key, query[key]]))
}
