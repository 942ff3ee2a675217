import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segments } from './segments.js'

const named = (name: string, start: number, end: number) => ({ name, start, end })
const shown = (...spans: ReturnType<typeof named>[]) =>
  segments({ start: 10, end: 30 }, spans).map(({ start, end, on }) =>
    `${start}-${end} ${on.map(({ name }) => name).join('+')}`.trim(),
  )

describe('segments', () => {
  it('leaves a text without spans in one piece', () => {
    expect(shown()).toEqual(['10-30'])
  })

  it('cuts overlapping spans where either begins or ends', () => {
    expect(shown(named('a', 12, 20), named('b', 16, 24))).toEqual([
      '10-12',
      '12-16 a',
      '16-20 a+b',
      '20-24 b',
      '24-30',
    ])
  })

  it('keeps to its stretch when a span reaches beyond it', () => {
    expect(shown(named('a', 0, 12), named('b', 28, 99), named('c', 40, 50))).toEqual([
      '10-12 a',
      '12-28',
      '28-30 b',
    ])
  })

  it('gives nothing for an empty stretch', () => {
    expect(segments({ start: 4, end: 4 }, [named('a', 0, 9)])).toEqual([])
  })

  it('fills its stretch, and every span is whole in its segments', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 12 }), (within, spans) => {
        const cut = segments(within, spans)
        expect(cut[0]?.start).toBe(within.start)
        expect(cut.at(-1)?.end).toBe(within.end)
        cut.slice(1).forEach(({ start }, i) => expect(start).toBe(cut[i]?.end))
        for (const each of spans) {
          const covered = cut.filter(({ on }) => on.includes(each))
          const length = covered.reduce((sum, { start, end }) => sum + end - start, 0)
          const due = Math.min(each.end, within.end) - Math.max(each.start, within.start)
          expect(length).toBe(Math.max(0, due))
        }
      }),
    )
  })
})
