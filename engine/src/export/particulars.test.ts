import { expect, test } from 'vitest'
import type { Ledger } from '../record/index.js'
import ferry from './fixtures/ferry.json'
import { particulars, titleOf } from './particulars.js'

const ledger = ferry as Ledger
const withArticle = (fields: Partial<Ledger['article']>): Ledger => ({
  ...ledger,
  article: { ...ledger.article, ...fields },
})

test('outlet, date and counts stand under the title', () => {
  expect(particulars(ledger)).toEqual([
    'Cabo Wire',
    '6 May 2031',
    '70 words',
    '6 statements by 5 sources',
  ])
})

test('what is not known is left out, and one is not many', () => {
  const short = withArticle({ outlet: null, published: null, text: 'Rain.' })
  expect(particulars({ ...short, statements: short.statements.slice(0, 1) })).toEqual([
    '1 word',
    '1 statement by 1 source',
  ])
})

test.each([
  ['news/2031/ferry.txt', 'ferry.txt'],
  ['C:\\news\\ferry.txt', 'ferry.txt'],
  ['https://news.example/ferry/', 'ferry/'],
  ['-', 'standard input'],
])('an article without a title is called by its origin: %s', (origin, title) => {
  expect(titleOf(withArticle({ title: null, origin }))).toBe(title)
})
