import { expect, test } from 'vitest'
import { plain } from './plain.js'

test.each([
  ['a\u001b[31mred', 'a␛[31mred'],
  ['bell\u0007', 'bell␇'],
  ['c1 \u009b2J', 'c1 \uFFFD2J'],
  ['\u202Eturned', '\uFFFDturned'],
  ['half \ud83d', 'half \uFFFD'],
  [' one\r\n  two\t', 'one two'],
  ['👩‍🚒 é 新聞', '👩‍🚒 é 新聞'],
])('%j is shown as %j', (text, shown) => {
  expect(plain(text)).toBe(shown)
})
