import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import { json } from './json.js'
import { jsonl } from './jsonl.js'

test('both forms of JSON give every ledger back, one of them on one line', () => {
  fc.assert(
    fc.property(arbitraryLedger, (ledger) => {
      const plain = JSON.parse(JSON.stringify(ledger)) as unknown
      expect(JSON.parse(json(ledger))).toEqual(plain)
      expect(JSON.parse(jsonl(ledger))).toEqual(plain)
      expect(jsonl(ledger).indexOf('\n')).toBe(jsonl(ledger).length - 1)
    }),
  )
})
