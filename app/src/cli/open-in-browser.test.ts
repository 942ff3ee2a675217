import { expect, test } from 'vitest'
import { openerOf } from './open-in-browser.js'

const LINK = 'http://127.0.0.1:4977/#code=secret'

test.each([
  // The server asks the kernel whose connection brings the code.
  ['linux', true],
  ['darwin', false],
  // Only administrators see how another user's programs were started.
  ['win32', true],
  ['freebsd', false],
] as const)('on %s the code stands where processes are listed: %s', (system, listed) => {
  expect(openerOf(system, LINK).command.join(' ').includes('secret')).toBe(listed)
})

test('on macOS the code goes by standard input', () => {
  expect(openerOf('darwin', LINK)).toEqual({
    command: ['osascript', '-'],
    input: 'open location "http://127.0.0.1:4977/#code=secret"\n',
  })
})
