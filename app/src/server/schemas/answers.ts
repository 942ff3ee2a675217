import { ToldError } from '@hearsay/contract'
import { z } from '@hono/zod-openapi'

/** How every refusal and failure is told. */
export const ErrorAnswer = z.object({ error: ToldError }).openapi('Error')

/** An answer in JSON. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { content: { 'application/json': { schema } }, description }
}

/** A file to be saved, in one of these types. */
export function file(types: readonly string[], description: string) {
  const schemaOf = (type: string): z.ZodType =>
    type === 'application/json' ? z.unknown() : z.string()
  const content = Object.fromEntries(types.map((type) => [type, { schema: schemaOf(type) }]))
  return { content, description }
}

/** Every route may also answer so. */
export const REFUSED = {
  default: json(ErrorAnswer, 'Refused, or failed: the code is stable, the message says what to do'),
} as const
