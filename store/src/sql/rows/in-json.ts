import { z } from 'zod'

/** A field that a row holds as JSON. */
export function inJson<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema as z.ZodType<z.output<Schema>, unknown>)
}
