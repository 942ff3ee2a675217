import { expect, test } from 'vitest'
import { newToken, sameToken } from './token.js'

test('a token has 256 bits and never comes twice', () => {
  expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32)
  expect(newToken()).not.toBe(newToken())
})

test('only the token itself is the same', () => {
  const token = newToken()
  expect(sameToken(token, token)).toBe(true)
  for (const other of ['', token.slice(1), `${token}x`, token.toLowerCase(), newToken()])
    expect(sameToken(other, token)).toBe(false)
})
