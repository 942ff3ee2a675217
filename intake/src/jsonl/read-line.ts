import { isoDate } from '../date.js'
import type { Member } from '../found.js'
import { Refusal } from '../sandbox/refusal.js'

export interface LineInput {
  line: string
}

export type LineAnswer = Omit<Member, 'member'>

type Json = Record<string, unknown>

/**
 * The article on one line of JSON: `{ text or html, title, byline, outlet, published, url, origin }`, or a ledger as
 * `export` writes it, whose article is read again. Throws Refusal `line-not-json`, `line-no-text`.
 */
export function readLine({ line }: LineInput): LineAnswer {
  const record = parsed(line)
  const article = isObject(record.article) ? record.article : record
  const { text, html } = article
  const isText = typeof text === 'string' && text.trim() !== ''
  const body = isText ? text : html
  if (typeof body !== 'string' || body.trim() === '') {
    throw new Refusal(
      'line-no-text',
      'holds neither "text" nor "html". Give an article one of them',
    )
  }
  const url = words(article.url) ?? words(article.origin)
  const address =
    url && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : undefined
  const published = words(article.published)
  return {
    bytes: Buffer.from(body),
    contentType: `${isText ? 'text/plain' : 'text/html'}; charset=utf-8`,
    // A page says where its article is; a bit of markup is all of it.
    fragment: !isText && !/<(html|head|body)[\s>]/i.test(body),
    address,
    particulars: {
      url: address,
      title: words(article.title),
      byline: words(article.byline),
      outlet: words(article.outlet),
      published: (published && isoDate(published)) || undefined,
    },
    notes: published && !isoDate(published) ? [badDate(published)] : [],
  }
}

function parsed(line: string): Json {
  try {
    const value: unknown = JSON.parse(line)
    if (isObject(value)) return value
  } catch {
    // Said below.
  }
  throw new Refusal('line-not-json', 'is no JSON object. Write one article a line')
}

function badDate(written: string) {
  const message = `"${written.slice(0, 60)}" is given as the date of publication, but is no date.`
  return { code: 'published-not-a-date', message }
}

function words(value: unknown): string | undefined {
  return (typeof value === 'string' && value.trim()) || undefined
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
