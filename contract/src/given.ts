import { z } from 'zod'

/** A day that there is, or a moment of it. */
const isDay = (value: string) => {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value) ?? []
  const time = day === '' ? NaN : Date.parse(value)
  return !Number.isNaN(time) && new Date(`${day}T00:00Z`).toISOString().startsWith(day)
}

const Day = z
  .string()
  .refine(isDay, 'give an ISO date such as 2031-05-06')
  .meta({ example: '2031-05-06' })

const WebAddress = z
  .string()
  .refine(
    (value) => /^https?:\/\/[^/]/i.test(value) && URL.canParse(value),
    'give an address that begins with http:// or https://',
  )
  .meta({ example: 'https://news.example/story' })

const ONE = 'give one of text, html and url'

function givesOne({ text, html, url }: { text?: string; html?: string; url?: string }): boolean {
  return (text === undefined || html === undefined) && (text ?? html ?? url) !== undefined
}

const given = {
  text: z.string().optional(),
  html: z.string().optional(),
  url: WebAddress.optional(),
  origin: z.string().min(1).max(4096).optional(),
  outlet: z.string().min(1).max(1000).optional(),
  published: Day.optional(),
}

/** An article to be read: its text, its HTML, or where it is; with text or HTML, `url` says where it was published. */
export const Given = z.strictObject(given).refine(givesOne, ONE).meta({ id: 'Given' })
export type Given = z.infer<typeof Given>

/** The same to be kept; of a feed that carries only summaries, with its `pages` when told. */
export const GivenToKeep = z
  .strictObject({ ...given, pages: z.boolean().optional() })
  .refine(givesOne, ONE)
  .meta({ id: 'GivenToKeep' })
export type GivenToKeep = z.infer<typeof GivenToKeep>
