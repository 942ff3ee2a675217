import { expect, it } from 'vitest'
import { draftOf, readMarked, type Said } from '../../../tests/marked.js'
import { textOf } from '../text/index.js'
import { continueQuotations } from './continue-quotations.js'

/** The contents of the statements, in the article's words. */
function contents(text: string, ...said: Said[]) {
  const { tokens } = readMarked(text)
  const drafts = said.map((one) => draftOf(tokens, one))
  return continueQuotations(tokens, drafts).map(({ content }) =>
    content.map((range) => textOf(tokens, range)),
  )
}
const ruiz = { source: 'Ruiz', cue: 'said', content: 'it held' }

it('a quotation that is a sentence of its own goes on with what was said last', () =>
  expect(contents('Ruiz said it held. “It will hold for ever.” All left.', ruiz)).toEqual([
    ['it held', '“It will hold for ever.”'],
  ]))

it('several go on one after the other', () =>
  expect(
    contents('Ruiz said it held. “It will hold for ever.” “We know that well.”', ruiz),
  ).toEqual([['it held', '“It will hold for ever.” “We know that well.”']]))

it('a mark that is not closed takes nothing', () =>
  expect(
    contents('Ruiz said it held. “It will hold. All left. “We know that well.”', ruiz),
  ).toEqual([['it held', '“We know that well.”']]))

it.each([
  ['in another paragraph', 'Ruiz said it held.\n\n“It will hold for ever.”'],
  ['within a sentence', 'Ruiz said it held. The sign “It will hold for ever.” hung there.'],
])('not %s', (_, text) => expect(contents(text, ruiz)).toEqual([['it held']]))

it('nobody goes on where the last statement names nobody', () =>
  expect(
    contents('It was said it held. “It will hold for ever.”', { cue: 'said', content: 'it held' }),
  ).toEqual([['it held']]))

it('a quotation that somebody says is theirs', () =>
  expect(
    contents('Ruiz said it held. “It will hold for ever.” Lomax told them.', ruiz, {
      source: 'Lomax',
      cue: 'told',
      content: '“It will hold for ever.”',
    }),
  ).toEqual([['it held'], ['“It will hold for ever.”']]))

it('what a nested statement says is not gone on with, but the one around it', () =>
  expect(
    contents(
      'Ruiz said Lomax denied it. “It will hold for ever.”',
      { source: 'Ruiz', cue: 'said', content: 'Lomax denied it' },
      { source: 'Lomax', cue: 'denied', content: 'it' },
    ),
  ).toEqual([['Lomax denied it', '“It will hold for ever.”'], ['it']]))
