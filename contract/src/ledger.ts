import type { Ledger as EngineLedger, Statement as EngineStatement } from '@hearsay/engine'
import schema from '@hearsay/engine/schema' with { type: 'json' }
import { z } from 'zod'

/** Where the ledger's own schema stands in the API's description, to which its references are turned. */
const PLACE = '#/components/schemas/Ledger/$defs/'

const described = JSON.parse(
  JSON.stringify({ ...schema, $schema: undefined, $id: undefined }).replaceAll(
    '"#/$defs/',
    `"${PLACE}`,
  ),
) as Record<string, unknown>

/** All that was read in an article. Its contract is the engine's JSON Schema, and the engine checks it. */
export const Ledger = z.custom<EngineLedger>().meta({ ...described, id: 'Ledger', type: 'object' })
export type Ledger = z.infer<typeof Ledger>

/** A statement of a ledger. */
export const Statement = z
  .custom<EngineStatement>()
  .meta({ type: 'object', allOf: [{ $ref: `${PLACE}statement` }] })
