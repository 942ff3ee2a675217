import { describe, expect, it } from 'vitest'
import { mustWait, OWN } from './arrival.js'

describe('an address', () => {
  it.each([
    ['page', null, '?words=dam', false],
    ['outside', null, '', false],
    ['outside', null, '?words=dam', true],
    ['elsewhere', null, '', true],
    ['elsewhere', null, '?words=dam', true],
    [undefined, null, '?words=dam', true],
    // After a reload: what the page itself led to, or a person let go on.
    ['elsewhere', OWN, '?words=dam', false],
    ['elsewhere', { own: 'yes' }, '', true],
  ])('from %s with the state %j and the question %j waits: %s', (arrival, state, search, waits) => {
    expect(mustWait(arrival, state, search)).toBe(waits)
  })
})
