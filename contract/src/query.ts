import { ACTOR_KINDS, ACTS, VOICES } from '@hearsay/engine'
import { z } from 'zod'
import { Cursor, Limit, Words } from './text.js'
import { urlObject } from './url.js'

/** A quantity in the statement. */
const amounts = {
  min: z.number().optional(),
  max: z.number().optional(),
  unit: Words.optional(),
}

const PERIOD = 'an ISO year, month or day such as 2017, 2017-12 or 2017-12-28'

/** What can be asked of statements; what is left out is not asked. */
const filters = {
  words: Words.describe(
    'All of these, in what was said; "in quotes" together; flood* by beginning; *lift* anywhere inside a word',
  ).optional(),
  actor: Words.describe('One of the source’s names, there or in other articles').optional(),
  actorId: Words.describe('This source, across articles').optional(),
  act: z.array(z.enum(ACTS)).readonly().describe('Any of these').optional(),
  outlet: Words.describe('Part of the outlet’s name').optional(),
  voice: z
    .array(z.enum(VOICES))
    .readonly()
    .describe('Any of these: of the sentence with the cue, or else the beginning of the content')
    .optional(),
  agentless: z.boolean().describe('Nobody is named').optional(),
  remove: z.int().min(0).describe('So many tellers at least').optional(),
  since: Words.describe(`Published in it or later: ${PERIOD}`).optional(),
  until: Words.describe(`Published in it or earlier: ${PERIOD}`).optional(),
  about: Words.describe(`What was said mentions it, or was said in it: ${PERIOD}`).optional(),
  place: Words.describe(
    'A place in the statement: words of its name, or an ISO 3166 alpha-2 code',
  ).optional(),
  country: Words.describe(
    'An ISO 3166 alpha-2 code: a place in the statement lies there',
  ).optional(),
  article: Words.describe('SHA-256 of an article’s text, in hex: only there').optional(),
  origins: z
    .boolean()
    .describe('One hit for each independent origin: reprints are folded into the first')
    .optional(),
  order: z
    .enum(['rank', 'newest'])
    .describe('rank, when words are asked, unless told otherwise; newest: added last comes first')
    .optional(),
}

/** How a page of an answer is asked for. */
export const page = { limit: Limit, cursor: Cursor.optional() }

/** What to look for. The store refuses a date or cursor that is none (`query-malformed`). */
export const Query = z
  .strictObject({
    ...filters,
    /** From `min` to `max`, both within. */
    number: z.strictObject(amounts).optional(),
    ...page,
  })
  .meta({ id: 'Query' })
export type Query = z.infer<typeof Query>

/** A query as a URL says it: the parts of `number` stand beside the rest. */
export const QueryParams = urlObject(z.object({ ...filters, ...amounts, ...page }))
export type QueryParams = z.infer<typeof QueryParams>

/** The query of a URL. */
export function queryOf<Asked extends Partial<QueryParams>>({ min, max, unit, ...rest }: Asked) {
  const asked = [min, max, unit].some((part) => part !== undefined)
  return asked ? { ...rest, number: { min, max, unit } } : rest
}

/** A question that is kept under a name. */
export const SavedSearch = z
  .object({
    name: z.string(),
    query: Query,
    /** ISO date-time. */
    saved: z.string(),
  })
  .meta({ id: 'SavedSearch' })
export type SavedSearch = z.infer<typeof SavedSearch>

export const LibraryPage = z.object({
  /** In titles, origins and outlets. */
  words: Words.optional(),
  /** Part of the outlet's name. */
  outlet: Words.optional(),
  ...page,
})
export type LibraryPage = z.infer<typeof LibraryPage>

export const ActorPage = z.object({
  /** Beginnings of words of any of its names. */
  words: Words.optional(),
  kind: z.enum(ACTOR_KINDS).optional(),
  ...page,
})
export type ActorPage = z.infer<typeof ActorPage>

export const ReviewPage = z.object(page)
export type ReviewPage = z.infer<typeof ReviewPage>
