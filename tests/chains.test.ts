import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '../engine/dist/node.js'
import type { Reader } from '../engine/src/index.js'
import rows from './fixtures/chains.json' with { type: 'json' }

interface Row {
  text: string
  /** Words of the cue of the statement meant. */
  cue: string
  /** Parts of the names in its chain, the outlet left out. */
  chain: string[]
  remove: number | null
  /** All of its sources, where there are several. */
  actors?: string[]
  /** Where the outlet itself speaks or is told. */
  self?: 'source' | 'channel'
  /** Why it is known to fail. */
  fails?: string
}

describe('chain and remove, sentence by sentence', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await openReader()
  })
  afterAll(() => reader.close())

  const [known, held] = [true, false].map((fails) =>
    (rows as Row[]).filter((row) => (row.fails !== undefined) === fails),
  ) as [Row[], Row[]]
  it.each(held)('$text ($cue)', holds)
  it.fails.each(known)('$text ($cue), known to fail: $fails', holds)

  async function holds({ text, cue, chain, remove, actors, self }: Row): Promise<void> {
    const ledger = await reader.read({
      id: 'x',
      origin: 'chains',
      bytes: 'x',
      title: null,
      byline: null,
      outlet: 'The Varnholt Herald',
      published: '2031-05-06',
      language: 'en',
      text,
    })
    const name = (id: string | null | undefined) => ledger.actors.find((a) => a.id === id)?.name
    const statement = ledger.statements.find(
      ({ cue: { text: found } }) => found && (found.includes(cue) || cue.includes(found)),
    )
    expect(statement).toBeDefined()
    const containing = (names: string[]) => names.map((each) => expect.stringContaining(each))
    expect(statement?.chain.slice(0, -1).map(name)).toEqual(containing(chain))
    expect(statement?.remove).toBe(remove)
    if (actors) expect(statement?.source?.actors.map(name)).toEqual(containing(actors))
    if (self === 'channel') expect(statement?.channel?.actor).toBe('a0')
    if (self === 'source') expect(statement?.source?.actor).toBe('a0')
  }
})
