import { expect, test } from 'vitest'
import { unlessInterrupted } from './interrupt.js'

const never = new Promise<never>(() => {})

test('a promise that comes first is passed on, success and failure alike', async () => {
  const { signal } = new AbortController()
  await expect(unlessInterrupted(Promise.resolve(1), signal)).resolves.toBe(1)
  await expect(unlessInterrupted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
})

test('an interruption does not wait', async () => {
  const controller = new AbortController()
  const waiting = unlessInterrupted(never, controller.signal)
  controller.abort()
  await expect(waiting).resolves.toBeNull()
  await expect(unlessInterrupted(never, controller.signal)).resolves.toBeNull()
})
