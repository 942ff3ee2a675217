import { expect, it } from 'vitest'
import { pastedAll } from './pasted-all.js'

it('takes addresses line by line, each once', () => {
  const words = ' https://a.example/1\n\nhttps://a.example/2 \nhttps://a.example/1\n'
  expect(pastedAll(words)).toEqual([{ url: 'https://a.example/1' }, { url: 'https://a.example/2' }])
})

it('takes a text that begins with an address as one article', () => {
  expect(pastedAll('https://a.example/1\nThe dam held, Ruiz said.')).toHaveLength(1)
})
