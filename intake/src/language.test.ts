import { describe, expect, it } from 'vitest'
import { judgeLanguage } from './language.js'

const ENGLISH = 'The mayor said on Thursday that the bridge would stay closed until the autumn. '
const GERMAN =
  'Die Bürgermeisterin sagte am Donnerstag, die Brücke bleibe bis zum Herbst gesperrt. '

describe('judgeLanguage', () => {
  it.each<[string, string, string | null, string | null, string[]]>([
    ['short English', ENGLISH, null, 'en', []],
    ['long English', ENGLISH.repeat(9), 'en', 'en', []],
    ['German', GERMAN, null, 'de', []],
    ['one word', 'Brücke', null, null, ['language-unknown']],
    ['one word of a page that declares its language', 'Brücke', 'de', 'de', []],
    ['a short text that seems to belie its page', GERMAN, 'en', 'en', []],
    ['a long text that belies its page', GERMAN.repeat(9), 'en', 'de', ['language-mismatch']],
    [
      'a line of English on a page that declares German',
      'The dam held, officials said.',
      'de',
      'en',
      [],
    ],
    ['a few words', 'Bonjour tout le monde, a dit le maire', null, null, ['language-unknown']],
    ['a line of English', 'The dam held, officials said.', null, 'en', []],
    ['names alone', 'Ana Ruiz, Tomas Lind', null, null, ['language-unknown']],
    ['numbers', '1 2 3', null, null, ['language-unknown']],
  ])('judges %s', async (_what, text, declared, language, codes) => {
    const judged = await judgeLanguage(text, declared)
    expect([judged.language, judged.notes.map((note) => note.code)]).toEqual([language, codes])
  })
})
