import { expect, it } from 'vitest'
import { glyphDoubts } from './doubtful.js'

it.each([
  ['numbers of shapes', '7KH\x03GDP\x03KHOG'.repeat(9), 1],
  ['private characters', 'The \ue001\ue002\ue003 held. '.repeat(9), 1],
  ['letters of any kind', 'The dam held. Плотина. 水坝守住了。 😀\n'.repeat(9), 0],
  ['one bullet of a private kind', `\uf0b7 The dam held.${' It held.'.repeat(99)}`, 0],
])('%s', (_what, text, doubts) => {
  expect(glyphDoubts(text)).toHaveLength(doubts)
})
