import { expect, test } from 'vitest'
import { matchesDigest } from './digest.js'

test.each([
  ['sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N', true],
  ['sha1:vl2mmho4yxukfwv63yhtwsbm3gxksq2n', true],
  ['sha1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d', true],
  ['SHA-1:qvTGHdzF6KLavt4PO0gs2a6pQ00=', true],
  ['sha1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434e', false],
  ['md5:5d41402abc4b2a76b9719d911017c592', true],
  ['sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', true],
  ['blake3:00', null],
  ['nonsense', null],
])('%s of "hello" is %s', (written, fits) => {
  expect(matchesDigest(written, Buffer.from('hello'))).toBe(fits)
})
