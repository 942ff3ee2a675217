import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import type { Ledger, Statement } from '../record/index.js'
import ferry from './fixtures/ferry.json'
import { flatten, outline } from './outline.js'

const statements = (ferry as Ledger).statements
const shape = (list: Statement[]) =>
  flatten(outline(list)).map(({ statement, depth }) => `${'-'.repeat(depth)}${statement.id}`)

test('a statement stands under the one that relays it', () => {
  expect(shape(statements)).toEqual(['s1', 's2', 's3', '-s4', 's5', 's6'])
  expect(shape([...statements].reverse())).toEqual(['s6', 's5', 's3', '-s4', 's2', 's1'])
})

test('a statement whose relayer was left out stands at the top', () => {
  expect(shape(statements.filter(({ id }) => id !== 's3'))).toEqual(['s1', 's2', 's4', 's5', 's6'])
})

test('every statement is listed once, even where parents form a ring', () => {
  fc.assert(
    fc.property(arbitraryLedger, (ledger) => {
      const listed = flatten(outline(ledger.statements)).map(({ statement }) => statement)
      expect(new Set(listed)).toEqual(new Set(ledger.statements))
      expect(listed).toHaveLength(ledger.statements.length)
    }),
  )
})
