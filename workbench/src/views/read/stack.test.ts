import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stack } from './stack.js'

const at = (want: number, height = 10) => ({ want, height })

describe('stack', () => {
  it('puts cards beside their words where there is room', () => {
    expect(stack([at(0), at(40), at(90)], 4)).toEqual([0, 40, 90])
  })

  it('lets two that want the same place share the way to it', () => {
    expect(stack([at(50), at(50)], 4)).toEqual([43, 57])
  })

  it('never goes above the text', () => {
    expect(stack([at(0), at(0), at(0)], 2)).toEqual([0, 12, 24])
  })

  it('keeps the pinned card beside its words and moves the others', () => {
    const [before, pinned, after] = stack([at(50), at(50), at(50)], 4, 1)
    expect(pinned).toBeCloseTo(50, 3)
    expect(before).toBeCloseTo(36, 3)
    expect(after).toBeCloseTo(64, 3)
  })

  it('keeps a relayed card under its relayer when its words stand before', () => {
    const [relayer, relayed] = stack([at(60), at(20)], 4)
    expect(relayer).toBeLessThan(relayed ?? 0)
  })

  it('has nothing to say of an empty margin', () => {
    expect(stack([], 4)).toEqual([])
  })

  it('never lets two cards overlap', () => {
    const card = fc.record({ want: fc.nat(500), height: fc.integer({ min: 1, max: 80 }) })
    fc.assert(
      fc.property(fc.array(card, { maxLength: 30 }), fc.nat(30), (cards, pinned) => {
        const tops = stack(cards, 6, pinned)
        expect(tops.length).toBe(cards.length)
        tops.forEach((top, i) => {
          expect(top).toBeGreaterThanOrEqual(0)
          const before = i === 0 ? -6 : (tops[i - 1] ?? 0) + (cards[i - 1]?.height ?? 0)
          expect(top - before).toBeGreaterThan(6 - 1e-6)
        })
      }),
    )
  })
})
