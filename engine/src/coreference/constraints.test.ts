import { expect, it } from 'vitest'
import { markedMentions, words } from '../../../tests/marked-mentions.js'
import { Cluster } from './cluster.js'
import { mayBe, mustBe } from './constraints.js'

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
  ['[*Ruiz*] left. [*Lomax*] came.', false],
  ['[*Ruiz*] left. [*Ana Lomax*] came.', false],
  ['[The *Harbour Rail*] met. [The *Office for Safe Air*] came.', false],
  ['[The *Office for Safe Air*] met. [The *OSA*] came.', true],
  ['[The *US*] met. [*America*] came.', true],
  ['[The *Harbour Rail*] met. [She] came.', false],
  ['[*Ana Ruiz*] left. [It] came.', false],
  ['[[*Ana Ruiz*] and [*Piet Lomax*]] left. [He] came.', false],
  ['[[*Ana Ruiz*] and [*Piet Lomax*]] left. [They] came.', true],
  ['[[*Ana Ruiz*] and [*Piet Lomax*]] left. [*Ruiz*] came.', false],
  // A phrase is not whoever it holds.
  ['[[Her] husband] left.', false],
  ['[The mayor] met [her] husband.', true],
])('%s: %s', (marked, expected) => {
  const { mentions } = markedMentions(marked)
  const cluster = new Cluster(0)
  const joined = mentions.filter(({ members }) => members.length > 0)
  for (const mention of joined.length ? joined : mentions.slice(0, -1)) cluster.add(mention, words)
  expect(mayBe(mentions.at(-1)!, cluster, words)).toBe(expected)
})

it.each([
  ['[*Ana Ruiz*] left. [*Ana Ruiz*] came.', true],
  // Spouses, brothers and sisters.
  ['[*Ruiz*] left. [*Ruiz*] came.', false],
  ['[The *Harbour Rail*] met. [*Harbour Rail*] came.', true],
  ['[*America*] met. [*America*] came.', true],
  ['[*Ana Ruiz*] left. [*Ana Maria Ruiz*] came.', false],
])('the same name is the same actor: %s %s', (marked, expected) => {
  const [first, second] = markedMentions(marked).mentions
  const cluster = new Cluster(0)
  cluster.add(first!, words)
  expect(mustBe(second!, cluster)).toBe(expected)
})
