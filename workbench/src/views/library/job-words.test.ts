import { expect, it } from 'vitest'
import { outcomeWords, tallyWords } from './job-words.js'

it('says why something could not be brought in', () => {
  const error = { code: 'text-missing', message: 'There is no text in it.' }
  expect(outcomeWords({ origin: 'a.pdf', error })).toBe('There is no text in it.')
})

it('says that a changed page came as another version', () => {
  expect(outcomeWords({ origin: 'a', outcome: 'added', version: 2 })).toBe(
    'brought in as version 2',
  )
})

it('counts what came of a job', () => {
  expect(tallyWords({ counts: { added: 1200, failed: 1, known: 0 } })).toBe(
    '1,200 brought in, 1 failed',
  )
})
