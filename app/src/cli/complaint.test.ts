import { afterEach, expect, test, vi } from 'vitest'
import { HearsayError } from '@hearsay/engine'
import { complaint } from './complaint.js'

afterEach(() => vi.unstubAllEnvs())

test('a known error is one line, naming its input once', () => {
  const missing = new HearsayError('file-missing', 'a.txt does not exist.')
  expect(complaint(missing, 'a.txt')).toBe('hearsay: a.txt does not exist.\n')
  expect(complaint(new HearsayError('no-text', 'There is no text.'), 'a.txt')).toBe(
    'hearsay: a.txt: There is no text.\n',
  )
})

test('an unexpected error says whose fault it is and shows no stack', () => {
  const line = complaint(new TypeError('x is\nundefined'), 'a.txt')
  expect(line).toBe(
    'hearsay: a.txt: x is undefined This is a fault of hearsay: set HEARSAY_DEBUG=1 to see where, and report it.\n',
  )
})

test('the stack comes on demand', () => {
  vi.stubEnv('HEARSAY_DEBUG', '1')
  expect(complaint(new TypeError('x'))).toMatch(/complaint\.test\.ts/)
})

test('a name cannot move the cursor', () => {
  expect(complaint(new HearsayError('any', 'No.'), 'a\u001b[2J.txt')).toBe(
    'hearsay: a␛[2J.txt: No.\n',
  )
})
