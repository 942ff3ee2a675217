import { expect, test } from 'vitest'
import { EXPORTS, type Ledger } from '@hearsay/engine'
import ferry from '../../../engine/src/export/fixtures/ferry.json'
import { FORMATS, type FormatName } from './format-names.js'
import { FORMS } from './forms.js'

const ledger = ferry as Ledger

function written(format: FormatName, many: boolean, ledgers: Ledger[]): string {
  const form = FORMS[format]({ many, canvas: { width: 80, color: false } })
  return form.open + ledgers.map((each, i) => form.render(each, i === 0)).join('') + form.close
}

test('every export of the engine can be asked for', () => {
  expect(FORMATS).toEqual(['terminal', ...Object.keys(EXPORTS)])
})

test('json prints one ledger for one input, an array for several, even for none', () => {
  expect(JSON.parse(written('json', false, [ledger]))).toEqual(ledger)
  expect(JSON.parse(written('json', true, [ledger, ledger]))).toEqual([ledger, ledger])
  expect(JSON.parse(written('json', false, [ledger, ledger, ledger]))).toHaveLength(3)
  expect(JSON.parse(written('json', true, []))).toEqual([])
})

test.each([
  ['csv', /^origin,/gm],
  ['sourcing', /^statement,/gm],
] as const)('%s has its header once', (format, header) => {
  expect(written(format, true, [ledger, ledger]).match(header)).toHaveLength(1)
})

test('jsonl has a line for each ledger', () => {
  const lines = written('jsonl', true, [ledger, ledger]).split('\n')
  expect(lines.map((line) => line[0])).toEqual(['{', '{', undefined])
})
