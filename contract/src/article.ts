import { VERSION_CHANGE_KINDS } from '@hearsay/engine'
import { z } from 'zod'
import { Correction, CorrectionEntry, Disagreement } from './correction.js'
import { CaptureEntry, Version } from './entry.js'
import { Ledger } from './ledger.js'
import { ArticleId } from './text.js'

/** An article as people have corrected it, all from one application of their corrections. */
export const Reading = z.object({
  /** With the corrections. */
  ledger: Ledger,
  /** Those of earlier texts at its address included. */
  corrections: z.array(CorrectionEntry),
  disagreements: z.array(Disagreement),
})
export type Reading = z.infer<typeof Reading>

/** An article with all that is known about it. */
export const OpenedArticle = z
  .object({
    article: ArticleId,
    ...Reading.shape,
    captures: z.array(CaptureEntry),
    versions: z.array(Version),
    /** The articles that carry its story, itself among them, and which of them came first; null when it stands alone. */
    reprints: z.object({ origin: ArticleId, articles: z.array(ArticleId) }).nullable(),
  })
  .meta({ id: 'Article' })
export type OpenedArticle = z.infer<typeof OpenedArticle>

/** A correction as it was kept, and the reading of its article that it makes; none where it goes across articles. */
export const Corrected = z
  .object({ correction: Correction, ...Reading.partial().shape })
  .meta({ id: 'Corrected' })
export type Corrected = z.infer<typeof Corrected>

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

/** What was changed in an article, and since which version of it. */
export const ChangesSince = z
  .object({
    /** The earlier article. */
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
  .meta({ id: 'Changes' })
export type ChangesSince = z.infer<typeof ChangesSince>
