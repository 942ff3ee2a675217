import { expect, it } from 'vitest'
import { markedMentions } from '../../../tests/marked-mentions.js'

/** The name of the first mention, in the article's words. */
const nameOf = (marked: string) => {
  const { mentions, textOf } = markedMentions(marked)
  const [first] = mentions
  return first?.form === 'name' ? textOf(first.core) : null
}

it.each([
  ['[*Ana Ruiz*] left.', 'Ana Ruiz'],
  ['[Mrs *Ruiz*] left.', 'Ruiz'],
  ['[President *Ana Ruiz*] left.', 'Ana Ruiz'],
  ['[Dr *Piet van der Lomax*] left.', 'Piet van der Lomax'],
  ['[[the council]’s director, *Ana Ruiz*,] left.', 'Ana Ruiz'],
  ['[[Dr *Ana Ruiz*], a GP,] left.', 'Ana Ruiz'],
  ['[*Ana Ruiz*, 67] left.', 'Ana Ruiz'],
  ['[*Member Ana Ruiz*] left.', 'Ana Ruiz'],
  ['[*Dean Ruiz*] left.', 'Dean Ruiz'],
  ['[*Baker*] left.', 'Baker'],
  ['[*Ana Ruiz*, for *Piet Lomax*,] left.', 'Ana Ruiz'],
  ['[a lawyer for *Piet Lomax*, *Ana Ruiz*] left.', 'Ana Ruiz'],
  ['[Harbour Office director *Ana Ruiz*] left.', 'Ana Ruiz'],
  // Whom the phrase mentions is not who it speaks of.
  ['[[*Piet Lomax*]’s lawyer, *Ana Ruiz*,] left.', 'Ana Ruiz'],
  ['[*Ana Ruiz*, the mayor of the port] left.', 'Ana Ruiz'],
  ['[The minister] left.', null],
  ['[She] left.', null],
])('%s: a person called %s', (marked, name) => {
  expect(nameOf(marked)).toBe(name)
})

it.each([
  ['[The *Office for Safe Air*] met.', 'Office for Safe Air'],
  ['[The *Office* for Homes and Harbours] met.', 'Office for Homes and Harbours'],
  ['[*Harbour Radio* 4] met.', 'Harbour Radio 4'],
  ['[the *America* company] met.', null],
  ['[*America*’s health ministry] met.', null],
  ['[the courier firm, *Harbour Rail*,] met.', 'Harbour Rail'],
  ['[*America* lens maker *Harbour Rail*] met.', 'Harbour Rail'],
  ['[*Harbour Rail*, a company of the port,] met.', 'Harbour Rail'],
  ['[the *Harbour Office* in Marel] met.', 'Harbour Office'],
])('%s: a body called %s', (marked, name) => {
  expect(nameOf(marked)).toBe(name)
})
