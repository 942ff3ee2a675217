import { z } from '@hono/zod-openapi'
import type { OpenedArticle } from '../../actions/open-article.js'
import { Ledger } from './ledger.js'
import { CaptureEntry, Version } from './library.js'
import { ArticleId } from './store.js'

export const Article = z
  .object({
    article: ArticleId,
    ledger: Ledger,
    captures: z.array(CaptureEntry),
    versions: z.array(Version),
  })
  .openapi('Article') satisfies z.ZodType<OpenedArticle>
