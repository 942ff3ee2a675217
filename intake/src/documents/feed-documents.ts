import { HearsayError } from '@hearsay/engine'
import { MAX_BYTES } from '../extract.js'
import { fetchPage } from '../fetch.js'
import type { FeedAnswer } from '../feed/read-feed.js'
import type { Found, FoundDocument } from '../found.js'
import { inSandbox } from '../sandbox/client.js'
import { bytesOf, type Source } from '../source.js'
import type { DocumentsOptions } from './documents.js'
import { memberDocument, sha256 } from './member-document.js'

/** The items of a feed; with `pages`, the pages behind those of which it carries only a summary. */
export async function* feedDocuments(
  source: Source,
  { pages, onFeed }: DocumentsOptions,
): AsyncGenerator<Found> {
  const { origin, address, contentType } = source
  const bytes = await bytesOf(source, MAX_BYTES)
  const url = /^https?:/i.test(address) ? address : undefined
  const hash = sha256(bytes)
  const input = { bytes, contentType, url }
  for await (const answer of inSandbox({ task: 'feed', input, origin })) {
    if ('feed' in answer) onFeed?.(answer.feed)
    else {
      const { summaryOnly, link, ...item } = answer
      const found = memberDocument(source, hash, item)
      yield pages && summaryOnly && link ? await pageBehind(found, link) : found
    }
  }
}

type Item = Exclude<FeedAnswer, { feed: unknown }>

/** The page knows its title and outlet better than the feed does. */
async function pageBehind(found: FoundDocument, link: NonNullable<Item['link']>): Promise<Found> {
  try {
    const { bytes, url, contentType } = await fetchPage(link)
    const { published, byline } = found.particulars
    const particulars = { url, published, byline }
    return { ...found, bytes, contentType, particulars, address: url, fragment: false, notes: [] }
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    const message = `The page could not be read, so its summary stands for it: ${error.message}`
    return { ...found, notes: [...(found.notes ?? []), { code: 'page-not-read', message }] }
  }
}
