import { expect, test } from 'vitest'
import { readingLimit, stopAfter } from './reading-time.js'

test('more text has more time', () => {
  expect(readingLimit({ text: '' })).toBe(120_000)
  expect(readingLimit({ text: 'a'.repeat(1_000_000) })).toBe(720_000)
})

test('stops when its time is up, or when it is told to, whichever comes first', () => {
  const controller = new AbortController()
  const stop = stopAfter(60_000, 'a.txt', controller.signal)
  expect(stop.aborted).toBe(false)
  stop.throwIfAborted()
  controller.abort(new Error('enough'))
  expect(stop.aborted).toBe(true)
  expect(() => stop.throwIfAborted()).toThrow('enough')
  const late = stopAfter(-1, 'a.txt')
  expect(late.aborted).toBe(true)
  expect(() => late.throwIfAborted()).toThrow('a.txt was not read within')
})
