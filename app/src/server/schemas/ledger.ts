import { z } from '@hono/zod-openapi'
import type { Ledger as EngineLedger } from '@hearsay/engine'
import contract from '@hearsay/engine/schema' with { type: 'json' }

/** The engine's own JSON Schema, its references turned to where it stands in the API's description. */
const schema = JSON.parse(
  JSON.stringify({ ...contract, $schema: undefined, $id: undefined }).replaceAll(
    '"#/$defs/',
    '"#/components/schemas/Ledger/$defs/',
  ),
) as Record<string, unknown>

export const Ledger = z.custom<EngineLedger>().openapi('Ledger', { ...schema, type: 'object' })
