import { ACTOR_KINDS, ACTS, type Change as EngineChange } from '@hearsay/engine'
import { z } from 'zod'

/** Half-open, in UTF-16 code units of the article's text. */
const Span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })

const Actor = z.union([
  z.string(),
  z.strictObject({ name: z.string().min(1).max(1000), kind: z.enum(ACTOR_KINDS) }),
])

const revision = {
  cue: Span.nullable().optional(),
  source: Span.nullable().optional(),
  content: z.array(Span).optional(),
  act: z.enum(ACTS).optional(),
  negated: z.boolean().optional(),
  parent: z.string().nullable().optional(),
  channel: Span.nullable().optional(),
  actor: Actor.optional(),
}

const statement = z.string()

/** What a person changes in an article, in terms of the ledger in front of them; see the engine's `Change`. */
export const Change = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('accept'), statement }),
    z.strictObject({ kind: z.literal('reject'), statement }),
    z.strictObject({ kind: z.literal('revise'), statement, ...revision }),
    z.strictObject({
      ...revision,
      kind: z.literal('add'),
      cue: Span.nullable(),
      source: Span.nullable(),
      content: z.array(Span),
      act: z.enum(ACTS),
    }),
  ])
  .meta({ id: 'Change' }) satisfies z.ZodType<EngineChange>
export type Change = z.infer<typeof Change>
