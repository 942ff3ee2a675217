import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import type { Ledger } from '@hearsay/engine'
import ferry from '../../../engine/src/export/fixtures/ferry.json'
import quarry from '../../../engine/src/export/fixtures/quarry.json'
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
   2  Ines Okafor told Radio Cabo · 2 removes, by way of Radio Cabo
      “We have what we came for”
   3  The Amaro Herald reported
      that the city had agreed to raise wages by 8 percent
      └─  4  citing two officials · 2 removes, by way of The Amaro Herald ·
             check this: who it is
             the city had agreed to raise wages by 8 percent
   5  The mayor’s office declined · silence
   6  Nobody named · reportedly
      The deal was … struck at night

  Sources   The port union 1
            Ines Okafor 1
              the union’s leader
            The Amaro Herald 1 · two officials 1 · The mayor’s office 1 ·
            nobody named 1
  Places    Port Amaro
  Dates     Monday (5 May 2031) · night (not resolved) · Tuesday (6 May 2031)
  Numbers   8 percent
  Wording   loaded: struck
  Doubts    “two officials”: Who the two officials work for is not said.
            The article does not date the deal.
`)
})

test('under a source stands who it is, under them all what was found in the words', () => {
  const [, summary] = draw(quarry as Ledger).split('without a wall\n\n')
  expect(summary).toBe(`\
  Sources   Oda Marrin 2
              mayor of Vell Marin · who was woken by the slide
            The Marin Courier 1 · two people briefed on the inquiry 1 ·
            Norrvik Stone 1 · safety audit 1 · two inspectors 1 ·
            spokesperson for Norrvik Stone 1 · Villagers 1 · nobody named 1
  Places    Vell Marin ×3 · Monte Vell
  Dates     Friday (9 May 2031) · 9 May (9 May 2031) · 2 more
  Numbers   about 40 minutes · at least 3 metres
  Wording   loaded: butchered slopes of Monte Vell · distancing: so-called ·
            hedge: apparently
`)
  expect(draw(quarry as Ledger, 140)).toContain(
    'Wording   loaded: butchered slopes of Monte Vell · distancing: so-called · hedge: apparently\n',
  )
})

test('words of one kind are told apart by commas, and two lines hold them', () => {
  const [first] = quarry.wording as Ledger['wording']
  const wording = ['grim', 'grim', ...'abcdefghijklmnopqrstuvwxyz'].map((text) => {
    return { ...first, text: text.repeat(4) }
  })
  const drawn = draw({ ...quarry, wording } as Ledger)
  expect(drawn).toContain('Wording   loaded: grimgrimgrimgrim ×2, aaaa, bbbb,')
  expect(drawn).toMatch(/ {12}\S.*, \d+ more\n$/)
})

test('a relayer with several below it keeps its trunk', () => {
  const s4 = ledger.statements[3]
  if (!s4) throw new Error('the fixture lost its fourth statement')
  const s4b = { ...s4, id: 's4b' }
  const s4c = { ...s4, id: 's4c', parent: 's4' }
  const drawn = draw({ ...ledger, statements: [...ledger.statements, s4c, s4b] })
  expect(drawn).toContain(`
       ├─   4  citing two officials`)
  expect(drawn).toContain(`
       │       └─ s4c  citing two officials`)
  expect(drawn).toContain(`
       └─ s4b  citing two officials`)
})

test('an empty ledger says that nothing was found', () => {
  const found = { places: [], times: [], quantities: [], wording: [] }
  const empty = { ...ledger, ...found, sentences: [], statements: [], notes: [] }
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
