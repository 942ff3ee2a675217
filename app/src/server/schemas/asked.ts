import { z } from '@hono/zod-openapi'

/** A day that there is, or a moment of it. */
const isDay = (value: string) => {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value) ?? []
  const time = day === '' ? NaN : Date.parse(value)
  return !Number.isNaN(time) && new Date(`${day}T00:00Z`).toISOString().startsWith(day)
}

export const Day = z
  .string()
  .refine(isDay, 'give an ISO date such as 2031-05-06')
  .openapi({ example: '2031-05-06' })

const WebAddress = z
  .string()
  .refine(
    (value) => /^https?:\/\/[^/]/i.test(value) && URL.canParse(value),
    'give an address that begins with http:// or https://',
  )
  .openapi({ example: 'https://news.example/story' })

const ONE = 'give one of text, html and url'

function givesOne({ text, html, url }: { text?: string; html?: string; url?: string }): boolean {
  return (text === undefined || html === undefined) && (text ?? html ?? url) !== undefined
}

const particulars = {
  origin: z.string().min(1).max(4096).optional(),
  outlet: z.string().min(1).max(1000).optional(),
  published: Day.optional(),
}

const sources = {
  text: z.string().optional(),
  html: z.string().optional(),
  url: WebAddress.optional(),
}

/** An article to be read: its text, its HTML, or where it is; with text or HTML, `url` says where it was published. */
export const Given = z
  .strictObject({ ...sources, ...particulars })
  .refine(givesOne, ONE)
  .openapi('Given')
export type Given = z.infer<typeof Given>

/** The same to be kept; of a feed that carries only summaries, with its `pages` when told. */
export const GivenToKeep = z
  .strictObject({ ...sources, ...particulars, pages: z.boolean().optional() })
  .refine(givesOne, ONE)
  .openapi('GivenToKeep')

/** An article by its id, or how that begins. */
export const ArticleParam = z.object({
  id: z.string().max(64).openapi({ example: '65bf66105726' }),
})

export const Limit = z.coerce.number().int().min(1).max(1000).default(50)
export const Cursor = z.string().min(1).max(4096).optional()

/** `asRead=1` */
export const Flag = z
  .enum(['1', 'true', '0', 'false'])
  .transform((value) => value === '1' || value === 'true')
  .optional()
  .openapi({ type: 'boolean' })
