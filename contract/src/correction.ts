import {
  ACTOR_KINDS,
  ACTS,
  type Correction as EngineCorrection,
  type Disagreement as EngineDisagreement,
} from '@hearsay/engine'
import { z } from 'zod'
import { ArticleId } from './text.js'

/** A place in a text that may change: its words, what stands around them, and where. */
const Anchor = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
})

const StatementAnchor = z.object({
  cue: Anchor.nullable(),
  content: z.array(Anchor),
  corrected: z.array(z.string()).optional(),
})

const ActorAnchor = z.object({
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  mentions: z.array(Anchor),
  outlet: z.literal(true).optional(),
})

const StatementState = z.object({
  cue: Anchor.nullable(),
  source: Anchor.nullable(),
  content: z.array(Anchor),
  act: z.enum(ACTS),
  negated: z.boolean(),
  parent: StatementAnchor.nullable(),
  channel: Anchor.nullable(),
  actors: z.array(ActorAnchor),
})

const ActorRef = z.object({ article: z.string(), actor: z.string(), name: z.string() })

/** What was changed, with anchors where ids and spans stood. */
export const AnchoredChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept'), statement: StatementAnchor, whole: StatementState }),
    z.object({ kind: z.literal('reject'), statement: StatementAnchor }),
    z.object({
      kind: z.literal('revise'),
      statement: StatementAnchor,
      set: StatementState.partial(),
      was: StatementState.partial(),
      whole: StatementState,
    }),
    z.object({ kind: z.literal('add'), whole: StatementState }),
    z.object({ kind: z.literal('merge'), actors: z.array(ActorRef) }),
    z.object({ kind: z.literal('split'), from: z.array(ActorRef), to: z.array(ActorRef) }),
    z.object({ kind: z.literal('undo'), correction: z.string() }),
  ])
  .meta({ id: 'AnchoredChange' }) satisfies z.ZodType<EngineCorrection['change']>

/** The record that is kept. */
export const Correction = z.object({
  id: z.string(),
  /** Null for what goes across articles. */
  article: ArticleId.nullable(),
  /** ISO date-time. */
  at: z.string(),
  by: z.string(),
  change: AnchoredChange,
}) satisfies z.ZodType<EngineCorrection>
export type Correction = z.infer<typeof Correction>

/** A correction, and what has become of it. */
export const CorrectionEntry = Correction.extend({
  state: z.enum(['applied', 'undone', 'misfit']),
  /** Of a misfit: what no longer fits. */
  why: z.string().nullable(),
  /** The statement that it speaks of now. */
  statement: z.string().nullable(),
}).meta({ id: 'Correction' })
export type CorrectionEntry = z.infer<typeof CorrectionEntry>

/** Where the latest reading says something new against a person's word, which stands. */
export const Disagreement = z
  .object({ statement: z.string(), correction: z.string(), why: z.string() })
  .meta({ id: 'Disagreement' }) satisfies z.ZodType<EngineDisagreement>
export type Disagreement = z.infer<typeof Disagreement>
