import { z } from '@hono/zod-openapi'
import { ACTS, VOICES } from '@hearsay/engine'
import { Cursor, Flag, Limit } from './asked.js'

const Words = z.string().min(1).max(1000).optional()

/** `act=deny,accuse` */
function listOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z
    .string()
    .transform((joined) => joined.split(','))
    .pipe(z.array(z.enum(values)).min(1))
    .optional()
    .openapi({ type: 'string', example: values.slice(0, 2).join(',') })
}

const Amount = z.string().min(1).pipe(z.coerce.number()).optional().openapi({ type: 'number' })
const Period = z
  .string()
  .regex(
    /^\d{4}(-\d{2}(-\d{2})?)?$/,
    'give a year, month or day such as 2017, 2017-12 or 2017-12-28',
  )
  .optional()
  .openapi({ example: '2017-12' })

/** What to look for, as a URL says it. */
export const SearchQuery = z.strictObject({
  words: Words.openapi({
    description:
      'All of these; "in quotes" together; flood* by beginning; *lift* anywhere inside a word',
  }),
  actor: Words,
  actorId: Words,
  act: listOf(ACTS),
  outlet: Words,
  voice: listOf(VOICES),
  agentless: Flag,
  remove: z.coerce.number().int().min(0).optional(),
  since: Period,
  until: Period,
  about: Period,
  place: Words,
  min: Amount,
  max: Amount,
  unit: Words,
  article: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  origins: Flag,
  order: z.enum(['rank', 'newest']).optional(),
  limit: Limit,
  cursor: Cursor,
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** The store's question for it. */
export function queryOf<T extends Partial<SearchQuery>>({ min, max, unit, ...rest }: T) {
  const asked = [min, max, unit].some((part) => part !== undefined)
  return asked ? { ...rest, number: { min, max, unit } } : rest
}
