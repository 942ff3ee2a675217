import { compareVersions } from '@hearsay/engine'
import { expect, test } from 'vitest'
import { invented, type Invention } from '../../../../tests/invented-capture.js'
import { comparisonText } from './comparison.js'

const drawn = (one: Invention, other: Invention, color = false, width = 200) => {
  const [before, after] = [invented(one).ledger, invented(other).ledger]
  const comparison = { before, after, changes: compareVersions(before, after), sameReader: true }
  return comparisonText(comparison, { width, color })
}

test('words that are gone and words that have come stand in their sentence', () => {
  const text = drawn({ what: 'the old dam held all night' }, { what: 'the old dam broke at noon' })
  expect(text).toContain(
    '~ Reworded, of Ana Ruiz:\n    the old dam [-held all night-] {+broke at noon+}\n',
  )
  expect(text).toContain('Statements: 0 as they were, 1 changed, 0 new, 0 gone')
})

test('what is gone is told by a sign as well as by colour', () => {
  const text = drawn({ published: '2031-05-06' }, { published: null })
  expect(text).toContain('− The date of publication is gone: “6 May 2031”.')
})

test('colour goes on over the end of a line', () => {
  const what = 'the old dam on the upper river held all night and all of the next day'
  const lines = drawn({ what }, { what: 'the old dam on the upper river broke' }, true, 40).split(
    '\n',
  )
  const red = lines.filter((line) => line.includes('\u001b[31m'))
  expect(red.length).toBeGreaterThan(1)
})

test('an article compared with itself', () => {
  expect(drawn({}, {})).toContain('Nothing was changed.')
})

test('nothing in an article reaches the terminal as a control sequence', () => {
  const text = drawn({ what: 'the dam held' }, { what: 'the dam \u001b[2J held' })
  expect(text).not.toContain('\u001b')
})
