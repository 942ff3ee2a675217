import { z } from 'zod'

export const ArticleId = z.string().meta({
  description: 'SHA-256 of the article’s text, in hex',
  example: '65bf66105726c1f0a7b1c5d2e9f4a3b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2',
})

/** Words that are asked for. */
export const Words = z.string().min(1).max(1000)

/** How many a page has at most. */
export const Limit = z.int().min(1).max(1000).default(50)

/** Where the page before ended: its `next`. */
export const Cursor = z.string().min(1).max(4096)

/** A failure as it is told: the code is stable, the message says what to do. */
export const ToldError = z.object({ code: z.string(), message: z.string() })
export type ToldError = z.infer<typeof ToldError>
