import { describe, expect, it } from 'vitest'
import { askedBy } from '../../api/search.js'
import { chosenOf } from './chosen.js'

const wordsOf = (question: string): string[] =>
  chosenOf(askedBy(new URLSearchParams(question)), null, null).map(({ words }) => words)

describe('chosenOf', () => {
  it.each([
    ['words=dam', []],
    ['act=deny,accuse', ['denial', 'accusation']],
    ['since=2031-05&until=2031', ['published since May 2031', 'published until 2031']],
    ['min=3&max=5&unit=tonnes', ['of 3 to 5 tonnes']],
    ['unit=tonnes', ['of a figure in tonnes']],
    ['agentless&origins', ['nobody named', 'reprints as one']],
  ])('%s', (question, words) => {
    expect(wordsOf(question)).toEqual(words)
  })

  it('takes back one of several acts and leaves the others', () => {
    const [first] = chosenOf(askedBy(new URLSearchParams('act=deny,accuse')), null, null)
    expect(first?.drop).toEqual({ act: ['accuse'] })
  })
})
