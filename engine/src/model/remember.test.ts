import { expect, it } from 'vitest'
import { remembering } from './remember.js'
import type { Scorer, WordScores } from './scorer.js'
import type { WindowInput } from './windows.js'

const windowOf = (...ids: number[]): WindowInput => ({
  ids,
  shapes: [],
  quotes: [],
  lines: [],
  at: [],
})

/** A scorer that says what it was asked, and how often. */
function counting() {
  const asked: string[] = []
  const scorer: Scorer = {
    id: 'counting',
    async readWords({ ids }) {
      asked.push(String(ids))
      if (ids[0] === 13) throw new Error('unlucky')
      return { words: ids.length } as WordScores
    },
    async askCues(_, cues) {
      asked.push(`cues ${String(cues)}`)
      return { from: [], seen: 0, role: [], kind: [], act: [] } as never
    },
    close: async () => {},
  }
  return { asked, scorer: remembering(scorer) }
}

it('asks once about windows that are the same', async () => {
  const { asked, scorer } = counting()
  const [one, , again] = [
    await scorer.readWords(windowOf(1, 2)),
    await scorer.readWords(windowOf(1)),
    await scorer.readWords(windowOf(1, 2)),
  ]
  expect(again).toBe(one)
  await scorer.askCues(one as WordScores, [[0, 1]])
  await scorer.askCues(one as WordScores, [[0, 1]])
  await scorer.askCues(one as WordScores, [[0, 2]])
  expect(asked).toEqual(['1,2', '1', 'cues 0,1', 'cues 0,2'])
})

it('tells windows apart by everything that the model is given', async () => {
  const { asked, scorer } = counting()
  await scorer.readWords({ ...windowOf(1), quotes: [1] })
  await scorer.readWords({ ...windowOf(1), lines: [1] })
  expect(asked).toHaveLength(2)
})

it('keeps the last few, and nothing that failed', async () => {
  const { asked, scorer } = counting()
  for (let id = 100; id < 200; id++) await scorer.readWords(windowOf(id))
  await scorer.readWords(windowOf(100))
  expect(asked).toHaveLength(101)
  await expect(scorer.readWords(windowOf(13))).rejects.toThrow('unlucky')
  await expect(scorer.readWords(windowOf(13))).rejects.toThrow('unlucky')
  expect(asked.slice(-2)).toEqual(['13', '13'])
})
