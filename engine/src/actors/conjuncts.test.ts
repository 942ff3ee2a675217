import { expect, it } from 'vitest'
import { readMarked } from '../../../tests/marked.js'
import { spanOf } from '../text/index.js'
import { conjuncts } from './conjuncts.js'

/** The words before "said" as the phrases that they coordinate. */
function parts(marked: string): string[] {
  const { tokens, tags } = readMarked(`${marked} said so.`)
  return conjuncts(tokens, [0, tokens.words.length - 3], tags).map((range) => {
    const { start, end } = spanOf(tokens, range)
    return tokens.text.slice(start, end)
  })
}

it.each<[string, string[]]>([
  ['[*Ana Ruiz*] and [*Piet Lomax*]', ['Ana Ruiz', 'Piet Lomax']],
  ['[the navy] and [two ministers]', ['the navy', 'two ministers']],
  ['Neither [*Ana Ruiz*] nor [*Piet Lomax*]', ['Ana Ruiz', 'Piet Lomax']],
  ['[the navy], [the army] and [the mayor]', ['the navy', 'the army', 'the mayor']],
  ['[*Ana Ruiz*], [the mayor], and [*Piet Lomax*]', ['Ana Ruiz, the mayor', 'Piet Lomax']],
  ['[the head of [police]] and [the mayor]', ['the head of police', 'the mayor']],
  ['[doctors] and [nurses]', ['doctors', 'nurses']],
])('%s is several', (marked, expected) => expect(parts(marked)).toEqual(expected))

it.each([
  '[the Department of Homelessness and Supportive Housing]',
  '[the *Department of Roads and Bridges*]',
  '[*Ana Ruiz*], [a mayor and poet],',
  '[*Ana Ruiz*], who led [the navy] and [the army],',
  '[Three current and two former officials]',
  '[Senior military and civilian officials]',
  '[the head of police and prisons]',
  '[mayor and poet *Ana Ruiz*]',
  '[Her former husband and coach], [*Piet Lomax*],',
])('%s is one', (marked) => expect(parts(marked)).toHaveLength(1))
