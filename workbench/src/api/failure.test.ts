import { describe, expect, it } from 'vitest'
import { Failure, failureOf, remedyOf } from './failure.js'

describe('failureOf', () => {
  it('says that the server is gone when a request does not reach it', () => {
    const failure = failureOf(new TypeError('Failed to fetch'))
    expect([failure.message, failure.remedy]).toEqual([
      'The server does not answer.',
      'Is `hearsay serve` still running? Start it again, then try once more.',
    ])
  })

  it('leaves a failure as it is', () => {
    const failure = new Failure('correction-unfit', 'The span lies outside.', '', 422)
    expect(failureOf(failure)).toBe(failure)
  })
})

describe('remedyOf', () => {
  it('has one for every server error', () => {
    expect(remedyOf(503)).toBe(remedyOf(500))
  })

  it('has none where the message says what to do', () => {
    expect(remedyOf(422)).toBe('')
  })
})
