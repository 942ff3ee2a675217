import { expect, it } from 'vitest'
import { markedMentions } from '../../../tests/marked-mentions.js'
import { membersOf } from './speakers.js'

it.each([
  ['[[*Ana Ruiz*] and [the mayor]] said so.', ['Ana Ruiz', 'the mayor']],
  [
    '[[*Ana Ruiz*], [*Piet Lomax*] and [the mayor]] said so.',
    ['Ana Ruiz', 'Piet Lomax', 'the mayor'],
  ],
  ['[Both [the navy] and [the port]] said so.', ['the navy', 'the port']],
  ['[[*Ana Ruiz*], 52, and [*Piet Lomax*], 38,] said so.', ['Ana Ruiz', 'Piet Lomax']],
  ['[Neither [the navy] nor [the port]] said so.', ['the navy', 'the port']],
  ['[[*Ana Ruiz*], [the mayor],] said so.', ['Ana Ruiz, the mayor,']],
  // An "and" in a name, in what follows a name, or beside what is no mention.
  ['[The *Office for Homes and Harbours*] said so.', ['The Office for Homes and Harbours']],
  [
    '[[*Ana Ruiz*], who leads [the navy] and [the port],] said so.',
    ['Ana Ruiz, who leads the navy and the port,'],
  ],
  ['[[The navy] and its ships] said so.', ['The navy and its ships']],
  ['[[The navy] of [the port]] said so.', ['The navy of the port']],
  ['[[*Ana Ruiz*], 41,] said so.', ['Ana Ruiz, 41,']],
])('%s', (marked, expected) => {
  const { tokens, mentions, textOf } = markedMentions(marked)
  const [source, ...inside] = mentions.map(({ range }) => range)
  const members = membersOf(tokens, source!, inside)
  expect(members.length ? members.map(textOf) : [textOf(source!)]).toEqual(expected)
})
