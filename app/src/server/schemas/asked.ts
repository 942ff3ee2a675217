import { z } from '@hono/zod-openapi'

/** An article by its id, or how that begins. */
export const ArticleParam = z.object({
  id: z.string().max(64).openapi({ example: '65bf66105726' }),
})
