import fc from 'fast-check'
import { expect, it } from 'vitest'
import { soundLedger } from '../../../tests/sound-ledger.js'
import type { Ledger } from '../record/index.js'
import { annotations } from './annotations.js'

interface Item {
  id: string
  motivation: string
  body: { source?: string; value?: string }[]
  target: Target | Target[]
}
interface Target {
  selector: [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }]
}

const items = (ledger: Ledger) => (JSON.parse(annotations(ledger)) as { items: Item[] }).items

it('positions count code points, and quote the words that stand there', () => {
  fc.assert(
    fc.property(soundLedger, (ledger) => {
      const points = Array.from(ledger.article.text)
      for (const { target } of items(ledger)) {
        for (const { selector } of [target].flat()) {
          const [{ exact, prefix, suffix }, { start, end }] = selector
          expect(points.slice(start, end).join('')).toBe(exact)
          expect(points.slice(0, start).join('').endsWith(prefix)).toBe(true)
          expect(points.slice(end).join('').startsWith(suffix)).toBe(true)
        }
      }
    }),
  )
})

it('each statement is an annotation with an id of its own, cue and source point to it', () => {
  fc.assert(
    fc.property(soundLedger, (ledger) => {
      const found = items(ledger)
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      const ids = new Set(found.map(({ id }) => id))
      for (const { motivation, body } of found)
        if (motivation === 'linking') expect(ids).toContain(body[0]?.source)
      expect(found.filter(({ motivation }) => motivation === 'describing')).toHaveLength(
        ledger.statements.length,
      )
    }),
  )
})
