import fc from 'fast-check'
import { expect, it } from 'vitest'
import { soundLedger, spanIn } from '../../../tests/sound-ledger.js'
import { ACTOR_KINDS, ACTS, checkLedger, HearsayError, type Ledger } from '../record/index.js'
import { findWords } from '../text/index.js'
import { anchorChange, applyCorrections, type Change, type Correction } from './index.js'

const span = (ledger: Ledger) => {
  const words = findWords(ledger.article.text)
  const wrong = fc.tuple(fc.nat(99), fc.nat(99)).map(([start, end]) => ({ start, end }))
  const right = words.length > 0 ? spanIn(words) : wrong
  return fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: wrong })
}
const statementId = fc.nat(8).map((n) => `s${n}`)
const actor = fc.oneof(
  fc.nat(5).map((n) => `a${n}`),
  fc.record({
    name: fc.constantFrom('Ana Ruiz', 'Bo Lind', ''),
    kind: fc.constantFrom(...ACTOR_KINDS),
  }),
)

function anyChange(ledger: Ledger, corrections: number): fc.Arbitrary<Change> {
  const place = span(ledger)
  const parts = {
    cue: fc.option(place),
    source: fc.option(place),
    content: fc.array(place, { maxLength: 2 }),
    act: fc.constantFrom(...ACTS),
  }
  const more = { negated: fc.boolean(), parent: fc.option(statementId), actor }
  return fc.oneof(
    fc.record({ kind: fc.constant('accept' as const), statement: statementId }),
    fc.record({ kind: fc.constant('reject' as const), statement: statementId }),
    fc.record(
      {
        kind: fc.constant('revise' as const),
        statement: statementId,
        ...parts,
        ...more,
        channel: fc.option(place),
      },
      { requiredKeys: ['kind', 'statement'] },
    ),
    fc.record(
      { kind: fc.constant('add' as const), ...parts, ...more },
      { requiredKeys: ['kind', 'cue', 'source', 'content', 'act'] },
    ),
    fc.record({
      kind: fc.constant('undo' as const),
      correction: fc.nat(corrections).map((n) => `c${n}`),
    }),
  ) as fc.Arbitrary<Change>
}

/** A ledger, another reading of the same text, and what a person does to the first, one change after another. */
const corrected = soundLedger.chain((ledger) =>
  fc.tuple(
    fc.constant(ledger),
    soundLedger,
    fc.array(anyChange(ledger, 6), { minLength: 1, maxLength: 7 }),
  ),
)

/** The changes as records; those that are refused must be refused by name. */
function recorded(ledger: Ledger, changes: readonly Change[]): Correction[] {
  const corrections: Correction[] = []
  for (const change of changes) {
    const now = applyCorrections(ledger, corrections).ledger
    try {
      const id = `c${corrections.length + 1}`
      const anchored = anchorChange(now, change)
      corrections.push({
        id,
        article: 'x',
        at: '2031-05-06T10:00:00Z',
        by: 'ana',
        change: anchored,
      })
    } catch (error) {
      expect(error).toBeInstanceOf(HearsayError)
      expect(error).toHaveProperty('code', 'correction-unfit')
    }
  }
  return corrections
}

it('any changes leave a sound ledger, on another text too, and each fits or is named', () => {
  fc.assert(
    fc.property(corrected, ([ledger, other, changes]) => {
      expect(checkLedger(ledger)).toEqual([])
      const corrections = recorded(ledger, changes)
      const kept = JSON.stringify([ledger, corrections])
      for (const reading of [ledger, other]) {
        const { ledger: made, misfits } = applyCorrections(reading, corrections)
        expect(checkLedger(made)).toEqual([])
        for (const { why } of misfits) expect(why).toMatch(/\w.*\.$/su)
      }
      expect(JSON.stringify([ledger, corrections])).toBe(kept)
    }),
    { numRuns: 300 },
  )
})

it('the last change of a ledger fits it, and undoing it gives back what was', () => {
  fc.assert(
    fc.property(corrected, ([ledger, , changes]) => {
      const corrections = recorded(ledger, changes).filter(({ change }) => change.kind !== 'undo')
      const last = corrections.at(-1)
      if (!last) return
      const before = applyCorrections(ledger, corrections.slice(0, -1))
      const after = applyCorrections(ledger, corrections)
      if (recorded(ledger, changes).length === corrections.length)
        expect(after.misfits.map(({ correction }) => correction)).not.toContain(last.id)
      const undo = { ...last, id: 'c99', change: { kind: 'undo' as const, correction: last.id } }
      expect(applyCorrections(ledger, [...corrections, undo])).toEqual(before)
      const again = { ...last, id: 'c100', change: { kind: 'undo' as const, correction: 'c99' } }
      expect(applyCorrections(ledger, [...corrections, undo, again])).toEqual(after)
    }),
    { numRuns: 300 },
  )
})

it('the same reading never disagrees with what was said of it', () => {
  fc.assert(
    fc.property(corrected, ([ledger, , changes]) => {
      const plain = changes.filter(({ kind }) => kind !== 'undo')
      const corrections = recorded(ledger, plain)
      const { disagreements, misfits } = applyCorrections(ledger, corrections)
      if (misfits.length === 0) expect(disagreements).toEqual([])
    }),
    { numRuns: 300 },
  )
})
