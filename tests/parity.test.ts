import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cutWindows, type WindowInput } from '../engine/src/model/index.js'
import { openModel } from '../engine/src/node.js'
import { tokenize } from '../engine/src/text/index.js'

interface Parity {
  text: string
  words: [number, number][]
  windows: { body: [number, number]; all: [number, number]; input: WindowInput; cue: number[][] }[]
}

// Written by training/hearsay_training/parity.py from the same checkpoint as the shipped weights.
const cases = JSON.parse(
  readFileSync(new URL('./fixtures/parity.json', import.meta.url), 'utf8'),
) as Parity[]

describe('the engine cuts and scores as the trainer does', async () => {
  const { model } = await openModel()
  it.each(cases.map((c) => [c.text.slice(0, 40), c] as const))(
    '%s',
    async (_, { text, words, windows }) => {
      const tokens = tokenize(text, new Set())
      expect(tokens.words.map(({ start, end }) => [start, end])).toEqual(words)
      const cut = [...cutWindows(tokens, model.subwords, model.window)]
      expect(cut.map(({ body, all, input }) => ({ body, all, input }))).toEqual(
        windows.map(({ body, all, input }) => ({ body, all, input })),
      )
      for (const [i, { input }] of cut.entries()) {
        const found = (await model.scorer.readWords(input)).cue.map(Math.exp)
        const gold = windows[i]?.cue.flat() ?? []
        // Eight-bit weights: the mean moves little, a single probability may move more.
        const differences = gold.map((p, k) => Math.abs(p - (found[k] ?? 0)))
        expect(differences.reduce((sum, d) => sum + d, 0) / differences.length).toBeLessThan(0.03)
      }
    },
  )
})
