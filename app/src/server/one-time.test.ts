import { expect, test } from 'vitest'
import { OneTime } from './one-time.js'

test('a secret opens its thing once', () => {
  const kept = new OneTime<string>(1000)
  const [first, second] = [kept.issue('a'), kept.issue('b')]
  expect([kept.take(second), kept.take(second), kept.take(first)]).toEqual(['b', undefined, 'a'])
  expect(kept.take('guessed')).toBeUndefined()
})

test('a secret that nobody uses dies', () => {
  let now = 0
  const kept = new OneTime<string>(1000, () => now)
  const [early, late] = [kept.issue('a'), kept.issue('b')]
  now = 1000
  expect(kept.take(early)).toBe('a')
  now = 1001
  expect(kept.take(late)).toBeUndefined()
})

test('of very many the oldest give way', () => {
  const kept = new OneTime<number>(1000)
  const secrets = Array.from({ length: 1001 }, (_, number) => kept.issue(number))
  expect(kept.take(secrets[0]!)).toBeUndefined()
  expect(kept.take(secrets[1]!)).toBe(1)
  expect(kept.take(secrets[1000]!)).toBe(1000)
})
