import { expect, it } from 'vitest'
import { markedMentions, spanOfType, words } from '../../../tests/marked-mentions.js'
import { readMarked } from '../../../tests/marked.js'
import { loadOutlets } from '../lexicon/index.js'
import { findMentions } from './find-mentions.js'

it.each([
  ['[*Ana Ruiz*] left.', 'name', 'person', ['ana', 'ruiz'], false],
  ['[The minister] left.', 'noun', 'person', ['minister'], false],
  ['[Two officials] left.', 'noun', 'person', ['officials'], true],
  ['[She] left.', 'pronoun', 'person', ['she'], false],
  ['[They] left.', 'pronoun', 'person', ['they'], true],
  ['[The *Harbour Herald*] met.', 'name', 'group', ['harbour', 'herald'], false],
] as const)('%s is a %s of a %s', (marked, form, sort, name, plural) => {
  const [mention] = markedMentions(marked).mentions
  expect(mention).toMatchObject({ form, sort, name, plural })
})

it('mentions stand in text order, longer ones first', () => {
  const { mentions, text } = markedMentions('[*Ana Ruiz*] met [[her] husband].')
  expect(mentions.map(text)).toEqual(['Ana Ruiz', 'her husband', 'her'])
})

it('of spans that cross, the surer one is kept; a source always', () => {
  const { tokens, tags } = readMarked('The mayor of the town met the guard of the port.')
  const vocabulary = { words, outlets: loadOutlets(), isTitle: () => false }
  const ranges = (sources: Parameters<typeof findMentions>[4]) =>
    findMentions(
      tokens,
      tags,
      vocabulary,
      [
        spanOfType([0, 5], 'person', 1),
        spanOfType([3, 8], 'person', 2),
        spanOfType([6, 8], 'person', 0),
      ],
      sources,
    ).map(({ range, speaks }) => [...range, speaks])
  expect(ranges([])).toEqual([
    [3, 8, false],
    [6, 8, false],
  ])
  expect(ranges([spanOfType([0, 5])])).toEqual([
    [0, 5, true],
    [6, 8, false],
  ])
})

it('the same span is one mention', () => {
  const { tokens, tags } = readMarked('[*Ana Ruiz*] left.')
  const vocabulary = { words, outlets: loadOutlets(), isTitle: () => false }
  const twice = [spanOfType([0, 2]), spanOfType([0, 2])]
  expect(findMentions(tokens, tags, vocabulary, twice, [])).toHaveLength(1)
})
