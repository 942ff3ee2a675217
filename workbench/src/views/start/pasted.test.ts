import { expect, it } from 'vitest'
import { pasted } from './pasted.js'

it.each([
  ['an address alone', ' https://example.org/a?b=1\n', { url: 'https://example.org/a?b=1' }],
  [
    'a text that begins with one',
    'https://a.example said so',
    { text: 'https://a.example said so', origin: 'pasted.txt' },
  ],
  ['a page', '<!DOCTYPE html><p>A', { html: '<!DOCTYPE html><p>A', origin: 'pasted.html' }],
  ['a text with a less-than', '<5 people came', { text: '<5 people came', origin: 'pasted.txt' }],
  [
    'no address of the web',
    'file:///etc/passwd',
    { text: 'file:///etc/passwd', origin: 'pasted.txt' },
  ],
])('takes %s for what it is', (_what, words, bringing) => {
  expect(pasted(words)).toEqual(bringing)
})
