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

const particulars = {
  origin: z.string().min(1).max(4096).optional(),
  outlet: z.string().min(1).max(1000).optional(),
  published: Day.optional(),
}

/** An article to be read: its text, its HTML, or where it is; with text or HTML, `url` says where it was published. */
export const Given = z
  .strictObject({
    text: z.string().optional(),
    html: z.string().optional(),
    url: WebAddress.optional(),
    ...particulars,
  })
  .refine(
    ({ text, html, url }) =>
      (text === undefined || html === undefined) && (text ?? html ?? url) !== undefined,
    'give one of text, html and url',
  )
  .openapi('Given')
export type Given = z.infer<typeof Given>

/** An article by its id, or how that begins. */
export const ArticleParam = z.object({
  id: z.string().max(64).openapi({ example: '65bf66105726' }),
})

export const Limit = z.coerce.number().int().min(1).max(1000).default(50)
export const Cursor = z.string().min(1).max(4096).optional()
