import { describe, expect, it } from 'vitest'
import { fieldRows, loadFields } from './fields.js'

const fields = loadFields()

describe('every row of fields.json proves itself', () => {
  it.each(fieldRows)('$id', ({ id, examples, counterexamples }) => {
    for (const title of examples) expect([title, fields.of(title).has(id)]).toEqual([title, true])
    for (const title of counterexamples)
      expect([title, fields.of(title).has(id)]).toEqual([title, false])
  })
})
