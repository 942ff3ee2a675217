import Ajv from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import schema from '../../schema/ledger.schema.json' with { type: 'json' }
import ledger from './fixtures/ledger.json' with { type: 'json' }
import { ACTOR_KINDS } from './actor.js'
import { TIME_TYPES, VOICES, WORDING_KINDS } from './ledger.js'
import { ACTS, QUOTATIONS } from './statement.js'

const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema,
)
const { $defs } = schema

/** The ledger with what stands at `path` replaced. */
function ledgerWith(path: (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(ledger)
  const last = path.at(-1)!
  const holder = path.slice(0, -1).reduce<any>((at, key) => at[key], copy) // eslint-disable-line @typescript-eslint/no-explicit-any
  holder[last] = value
  return copy
}

describe('the JSON Schema of the ledger', () => {
  it('accepts a sound ledger', () => {
    validate(ledger)
    expect(validate.errors).toBeNull()
  })

  it.each<[string, (string | number)[], unknown]>([
    ['a field that the contract does not name', ['statements', 0, 'weather'], 'fine'],
    ['a statement that a person has corrected', ['statements', 0, 'corrected'], ['c1']],
    ['a quotation without a cue', ['statements', 0, 'cue'], cueless()],
  ])('accepts %s', (_what, path, value) => {
    expect(validate(ledgerWith(path, value))).toBe(true)
  })

  it.each<[string, (string | number)[], unknown]>([
    ['another contract', ['contract'], 2],
    ['a hash that is none', ['article', 'id'], 'sha256:x'],
    ['an unheard-of voice', ['sentences', 0, 'voice'], 'loud'],
    ['an unheard-of act', ['statements', 0, 'cue', 'act'], 'sing'],
    ['half a cue', ['statements', 0, 'cue', 'start'], null],
    ['a source without an actor', ['statements', 0, 'source', 'actors'], []],
    ['a confidence above one', ['statements', 0, 'confidence'], 1.2],
    ['a list of no corrections', ['statements', 0, 'corrected'], []],
    ['a negative offset', ['actors', 0, 'mentions', 0, 'start'], -1],
    ['half a span in a note', ['notes', 0, 'start'], 3],
    ['a missing list', ['places'], undefined],
  ])('refuses %s', (_what, path, value) => {
    expect(validate(JSON.parse(JSON.stringify(ledgerWith(path, value))))).toBe(false)
  })

  it('lists the same words as the record', () => {
    expect($defs.cue.properties.act.enum).toEqual(ACTS)
    expect($defs.statement.properties.quotation.enum).toEqual(QUOTATIONS)
    expect($defs.sentence.properties.voice.enum).toEqual(VOICES)
    expect($defs.actor.properties.kind.enum).toEqual(ACTOR_KINDS)
    expect($defs.time.properties.type.enum).toEqual(TIME_TYPES)
    expect($defs.wording.properties.kind.enum).toEqual(WORDING_KINDS)
  })
})

function cueless() {
  return { start: null, end: null, text: null, act: 'assert', negated: false }
}
