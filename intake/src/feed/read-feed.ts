import type { Note } from '@hearsay/engine'
import { decode } from '../charset.js'
import { isoDate } from '../date.js'
import type { Member } from '../found.js'
import { Refusal } from '../sandbox/refusal.js'
import type { Entry, Feed } from './entry.js'
import { lenientFeed } from './lenient.js'
import { plainText } from './plain-text.js'
import { strictFeed } from './strict.js'

export interface FeedInput {
  bytes: Uint8Array
  contentType?: string
  /** Where the feed was, against which its links are read; absent when it was a file. */
  url?: string
}

/** The feed itself, then its items, one by one. */
export type FeedAnswer =
  { feed: { ttl?: number } } | (Member & { summaryOnly: boolean; link?: string })

/** What a feed carries. Throws Refusal `feed-unreadable` when it is none, `feed-empty`. */
export async function* readFeed({
  bytes,
  contentType,
  url,
}: FeedInput): AsyncGenerator<FeedAnswer> {
  const { text, notes } = await decode(bytes, contentType)
  const source = text.replace(/\0/g, '')
  const feed = feedOf(source)
  yield { feed: { ttl: feed.ttl } }
  if (feed.entries.length === 0) {
    throw new Refusal('feed-empty', 'is a feed without a single item: there is nothing to read')
  }
  const base = addressOf(feed.link, url) ?? url
  const outlet = plainText(feed.title)
  for (const [at, entry] of feed.entries.entries()) {
    yield itemOf(entry, { at, base, outlet, notes })
  }
}

function feedOf(source: string): Feed {
  let strict: Feed | null = null
  try {
    strict = strictFeed(source)
  } catch {
    // Ill-formed; what can be made out of it follows.
  }
  const items = /<(?:\w+:)?(?:item|entry)[\s>]/gi
  const due = /^\s*[{[]/.test(source) ? 0 : (source.match(items)?.length ?? 0)
  if (strict && strict.entries.length >= due) return withMore(strict, source)
  const lenient = lenientFeed(source)
  if (lenient.entries.length > (strict?.entries.length ?? 0)) return { ...strict, ...lenient }
  if (strict) return strict
  throw new Refusal(
    'feed-unreadable',
    'is no RSS, Atom or JSON feed. Name the page or the feed itself',
  )
}

/** Of what other readers take for the whole of an item, the strict parser knows nothing. */
const MORE = /<(?:fullitem|(?:xhtml:)?body)[\s>]|\bmode=["']base64/i

function withMore(strict: Feed, source: string): Feed {
  if (!MORE.test(source)) return strict
  const { entries } = lenientFeed(source)
  if (entries.length !== strict.entries.length) return strict
  const whole = strict.entries.map((entry, at) => {
    const { html } = entries[at]
    return html === undefined ? entry : { ...entry, html, text: undefined }
  })
  return { ...strict, entries: whole }
}

interface Place {
  at: number
  base?: string
  outlet?: string
  notes: Note[]
}

function itemOf(entry: Entry, { at, base, outlet, notes }: Place): FeedAnswer {
  const link = addressOf(entry.link, base)
  const { html, text } = entry
  const whole = html ?? (text === undefined ? undefined : null)
  const body = whole === null ? text! : (whole ?? entry.summary ?? '')
  const summaryOnly = whole === undefined
  return {
    member: link ?? entry.id?.slice(0, 500) ?? `item ${at + 1}`,
    bytes: Buffer.from(body),
    contentType: `${whole === null ? 'text/plain' : 'text/html'}; charset=utf-8`,
    fragment: true,
    particulars: {
      url: link,
      title: plainText(entry.title),
      byline: plainText(entry.byline),
      published: (entry.published && isoDate(entry.published)) || undefined,
      outlet,
    },
    address: link,
    notes: summaryOnly ? [...notes, SUMMARY_ONLY] : notes,
    summaryOnly,
    link,
  }
}

const SUMMARY_ONLY: Note = {
  code: 'summary-only',
  message:
    'The feed carries only a summary of this article. --pages reads the page that it links to.',
}

/** `link` as a full web address; undefined when it is none. */
function addressOf(link: string | undefined, base: string | undefined): string | undefined {
  const written = link?.trim()
  if (!written || !URL.canParse(written, base)) return undefined
  const url = new URL(written, base)
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined
}
