import { z } from '@hono/zod-openapi'
import { VERSION_CHANGE_KINDS } from '@hearsay/engine'
import type { ChangesSince } from '../../actions/changes.js'
import { ArticleId } from './store.js'

const Span = z.object({ start: z.int(), end: z.int() })

const Side = z.object({
  text: z.string(),
  span: Span.nullable(),
  statement: z.string().nullable(),
  who: z.string().nullable(),
})

const VersionChange = z.object({
  kind: z.enum(VERSION_CHANGE_KINDS),
  before: Side.nullable(),
  after: Side.nullable(),
  edits: z.array(z.object({ before: Span, after: Span })),
})

export const Changes = z
  .object({
    from: ArticleId,
    article: ArticleId,
    statements: z.object({
      stayed: z.int(),
      changed: z.int(),
      added: z.int(),
      removed: z.int(),
    }),
    changes: z.array(VersionChange),
  })
  .openapi('Changes') satisfies z.ZodType<ChangesSince>
