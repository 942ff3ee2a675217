import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import type { Ledger } from '@hearsay/engine'
import ferry from '../../../engine/src/export/fixtures/ferry.json'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import { terminal } from './terminal.js'

const ledger = ferry as Ledger
const draw = (of: Ledger, width = 80, color = false) => terminal(of, { width, color })

test('a ledger reads from who said what to what is doubtful', () => {
  expect(draw(ledger)).toBe(`
  Ferry workers end strike in Port Amaro
  By Tomas Lind
  Cabo Wire · 6 May 2031 · 70 words · 6 statements by 5 sources

  ░░░░░░░███████████████████████████████████████████████████████╱╱╱╱╱╱╱░░░░░░░
  █ 72 % on a source’s word   ░ 18 % the outlet’s own voice
  ╱ 10 % nobody named

   1  The port union said · 5 May 2031
      its members would return to work
   2  Ines Okafor said · 2 removes, by way of Radio Cabo
      “We have what we came for”
   3  The Amaro Herald reported
      that …
      └─  4  two officials said · 2 removes, by way of The Amaro Herald ·
             unsure, 41 %
             the city had agreed to raise wages by 8 percent
   5  The mayor’s office declined
   6  Nobody named · said
      The deal was … struck at night

  Sources   The port union 1 · Ines Okafor 1 · The Amaro Herald 1 ·
            two officials 1 · The mayor’s office 1 · nobody named 1
  Wording   struck
  Doubts    “two officials”: Who the two officials work for is not said.
            The article does not date the deal.
`)
})

test('a relayer with several below it keeps its trunk', () => {
  const s4 = ledger.statements[3]
  if (!s4) throw new Error('the fixture lost its fourth statement')
  const s4b = { ...s4, id: 's4b' }
  const s4c = { ...s4, id: 's4c', parent: 's4' }
  const drawn = draw({ ...ledger, statements: [...ledger.statements, s4c, s4b] })
  expect(drawn).toContain(`
       ├─   4  two officials said`)
  expect(drawn).toContain(`
       │       └─ s4c  two officials said`)
  expect(drawn).toContain(`
       └─ s4b  two officials said`)
})

test('an empty ledger says that nothing was found', () => {
  const empty = { ...ledger, sentences: [], statements: [], wording: [], notes: [] }
  expect(draw(empty)).toBe(`
  Ferry workers end strike in Port Amaro
  By Tomas Lind
  Cabo Wire · 6 May 2031 · 70 words · 0 statements by 0 sources

  Nobody is said to have said anything here.
`)
})

test('colour changes no character', () => {
  const colored = draw(ledger, 80, true)
  expect(colored).toContain('\u001b[1mThe port union\u001b[22m')
  expect(stripVTControlCharacters(colored)).toBe(draw(ledger))
})

test('an escape in an article never reaches the terminal', () => {
  const title = '\u001b]0;owned\u0007\u001b[2J'
  expect(draw({ ...ledger, article: { ...ledger.article, title } })).toContain('␛]0;owned␇␛[2J')
})

test('no ledger makes a line too wide or a control sequence', () => {
  fc.assert(
    fc.property(arbitraryLedger, fc.integer({ min: 60, max: 140 }), (any, width) => {
      const drawn = draw(any, width)
      expect(drawn.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
      for (const line of drawn.split('\n')) {
        expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(width, 110))
      }
    }),
  )
})
