import { expect, test } from 'vitest'
import { ACTS, textSpan, type Ledger, type Statement } from '../record/index.js'
import ferry from './fixtures/ferry.json'
import { ACT_WORDS, actLabel, leadInRows, tellingOf, tellingPhrase } from './telling.js'

const blank = ferry as Ledger

/** A ledger of one statement: its cue in brackets, its source in angles, whom it is said to in braces. */
function told(marked: string): string {
  const text = marked.replace(/[[\]<>{}]/gu, '')
  const within = (open: string, close: string) => {
    const words = marked
      .split(open)[1]
      ?.split(close)[0]
      ?.replace(/[[\]<>{}]/gu, '')
    const start = words === undefined ? -1 : text.indexOf(words)
    return words === undefined ? null : textSpan(text, start, start + words.length)
  }
  const [cue, source, addressee] = [within('[', ']'), within('<', '>'), within('{', '}')]
  const statement = {
    ...(blank.statements[0] as Statement),
    source: source && { ...source, actor: 'a1', actors: ['a1'] },
    cue: { ...(cue ?? { start: null, end: null, text: null }), act: 'assert', negated: false },
    channel: null,
    addressee: addressee && { ...addressee, actor: null },
  } as Statement
  const actors = [
    { ...(blank.actors[0] as Ledger['actors'][number]), id: 'a1', name: source?.text ?? '' },
  ]
  const ledger = { ...blank, article: { ...blank.article, text }, actors }
  return tellingPhrase(tellingOf(ledger, statement))
}

test.each(leadInRows.examples)('lead-ins.json: %s', (marked = '', line) => {
  expect(told(marked)).toBe(line)
})

test.each([
  ['<Ana Ruiz> [called] {on Mr Holm} to resign', 'Ana Ruiz called on Mr Holm'],
  ['<Ana Ruiz> [told] {the council} that it held', 'Ana Ruiz told the council'],
  ['the dam [was\naccused]', 'Nobody named · was accused'],
  ['“It held.” <Ana Ruiz>', 'Ana Ruiz'],
])('%s', (marked, line) => expect(told(marked)).toBe(line))

test('a label names the act, never in place of the words', () => {
  expect(actLabel({ act: 'assert', negated: false })).toBeNull()
  expect(actLabel({ act: 'deny', negated: false })).toBe('denial')
  expect(actLabel({ act: 'deny', negated: true })).toBe('negated denial')
  expect(actLabel({ act: 'decline', negated: false })).toBe('silence')
  expect(Object.keys(ACT_WORDS)).toEqual([...ACTS])
})
