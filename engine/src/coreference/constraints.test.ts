import { expect, it } from 'vitest'
import { markedMentions, words } from '../../../tests/marked-mentions.js'
import { Cluster } from './cluster.js'
import { mayBe } from './constraints.js'

/** May the last mention be whoever the others are? */
it.each([
  ['[*Ana Ruiz*] left. [She] came.', true],
  ['[Mr *Ruiz*] left. [She] came.', false],
  ['[He] left. [Mrs *Ruiz*] came.', false],
  ['[*Ana Ruiz*] left. [*Carl Ruiz*] came.', false],
  ['[*Ana Ruiz*] left. [*Ruiz*] came.', true],
  ['[*Ruiz*] left. [*Ana Ruiz*] came.', true],
  ['[*Ana Ruiz*] left. [*Ana Maria Ruiz*] came.', true],
  ['[The *Harbour Rail*] met. [The *Marel Rail*] came.', true],
  ['[The *Harbour Rail*] met. [*Ana Ruiz*] came.', true],
  // A phrase is not whoever it holds.
  ['[[Her] husband] left.', false],
  ['[The mayor] met [her] husband.', true],
])('%s: %s', (marked, expected) => {
  const { mentions } = markedMentions(marked)
  const cluster = new Cluster(0)
  for (const mention of mentions.slice(0, -1)) cluster.add(mention, words)
  expect(mayBe(mentions.at(-1)!, cluster)).toBe(expected)
})
