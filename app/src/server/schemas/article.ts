import { z } from '@hono/zod-openapi'
import type { OpenedArticle } from '../../actions/open-article.js'
import { CorrectionEntry, Disagreement } from './corrections.js'
import { Ledger } from './ledger.js'
import { CaptureEntry, Version } from './library.js'
import { ArticleId } from './store.js'

export const Article = z
  .object({
    article: ArticleId,
    ledger: Ledger,
    corrections: z.array(CorrectionEntry),
    captures: z.array(CaptureEntry),
    versions: z.array(Version),
    reprints: z.object({ origin: ArticleId, articles: z.array(ArticleId) }).nullable(),
    disagreements: z.array(Disagreement),
  })
  .openapi('Article') satisfies z.ZodType<OpenedArticle>
