import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'
import { MAX_BYTES } from './extract.js'
import { fetchPage } from './fetch.js'
import type { BadMember, Container, Found, FoundDocument, Member } from './found.js'
import { linesOf } from './jsonl/lines.js'
import { kindOf } from './kind.js'
import type { FeedAnswer } from './feed/read-feed.js'
import { inSandbox, oneInSandbox } from './sandbox/client.js'
import { MAX_MEMBER_BYTES } from './sandbox/limits.js'
import { bytesOf, fileOf, hashOf, startOf, streamOf, type Source } from './source.js'

export interface DocumentsOptions {
  /** Where a feed carries only summaries, fetch the pages that it links to. */
  pages?: boolean
  /** Told once for a feed: how many minutes it asks to be left alone. */
  onFeed?: (feed: { ttl?: number }) => void
}

/** Mail in mail, gzip in gzip: no deeper than this. */
const MAX_DEPTH = 4

/**
 * The documents in `source`, one after the other: itself, when it is one; else the items of a feed, the records of a
 * WARC or WACZ, a mail and what is attached to it, the lines of JSON Lines. Hostile ones meet their parsers in a
 * process of their own. A member that cannot be used comes as a problem and its neighbours follow.
 *
 * Throws HearsayError where the whole cannot be opened: `file-missing`, `file-unreadable`, `file-too-large`,
 * `feed-unreadable`, `feed-empty`, `wacz-unreadable`, `gzip-too-deep`, `KIND-timeout`, `KIND-out-of-memory` …
 */
export async function* documents(
  source: Source,
  options: DocumentsOptions = {},
): AsyncGenerator<Found> {
  yield* opened(source, options, 0)
}

async function* opened(
  source: Source,
  options: DocumentsOptions,
  depth: number,
): AsyncGenerator<Found> {
  const start = await startOf(source)
  const { name = source.origin, contentType } = source
  const kind = kindOf(start, { origin: name, contentType })
  switch (kind) {
    case 'feed':
      return yield* feedOf(source, await bytesOf(source, MAX_BYTES), options)
    case 'json':
      return yield* jsonOf(source, options)
    case 'warc':
    case 'wacz':
      return yield* archiveOf(source, kind)
    case 'gzip':
      return yield* gzipOf(source, options, depth)
    case 'mail':
      return yield* mailOf(source, options, depth)
    default:
      yield documentOf(source, await bytesOf(source, MAX_BYTES))
  }
}

function documentOf(source: Source, bytes: Uint8Array): FoundDocument {
  const { origin, address, contentType, particulars, notes, container } = source
  // Of a file, only the user can know where it was published.
  const url = /^https?:/i.test(address) ? address : undefined
  return {
    bytes,
    address,
    origin,
    contentType,
    particulars: { url, ...particulars },
    notes,
    container,
  }
}

async function* feedOf(
  source: Source,
  bytes: Uint8Array,
  options: DocumentsOptions,
): AsyncGenerator<Found> {
  const { origin, address, contentType } = source
  const url = /^https?:/i.test(address) ? address : undefined
  const hash = sha256(bytes)
  for await (const answer of inSandbox({
    task: 'feed',
    input: { bytes, contentType, url },
    origin,
  })) {
    if ('feed' in answer) options.onFeed?.(answer.feed)
    else yield await itemOf(source, hash, answer, options)
  }
}

type Item = Exclude<FeedAnswer, { feed: unknown }>

async function itemOf(
  source: Source,
  hash: string,
  item: Item,
  { pages }: DocumentsOptions,
): Promise<Found> {
  const found = memberOf(source, hash, item)
  if (!pages || !item.summaryOnly || !item.link) return found
  try {
    const { bytes, url, contentType } = await fetchPage(item.link)
    const { published, byline } = item.particulars
    return {
      ...found,
      bytes,
      contentType,
      fragment: false,
      notes: [],
      address: url,
      particulars: { url, published, byline },
    }
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    const message = `The page could not be read, so its summary stands for it: ${error.message}`
    return { ...found, notes: [...(found.notes ?? []), { code: 'page-not-read', message }] }
  }
}

async function* archiveOf(source: Source, task: 'warc' | 'wacz'): AsyncGenerator<Found> {
  const { origin } = source
  const scratch = await mkdtemp(join(tmpdir(), 'hearsay-'))
  try {
    const path = await fileOf(source, scratch)
    const hash = await hashOf(path)
    for await (const answer of inSandbox({ task, input: { path, scratch }, origin })) {
      yield 'problem' in answer ? problemOf(origin, answer) : memberOf(source, hash, answer)
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function* gzipOf(
  source: Source,
  options: DocumentsOptions,
  depth: number,
): AsyncGenerator<Found> {
  const { origin } = source
  if (depth >= MAX_DEPTH) {
    throw new HearsayError(
      'gzip-too-deep',
      `${origin} is packed many times over, as no article is. Unpack it first.`,
    )
  }
  const packed = await bytesOf(source, MAX_BYTES)
  const bytes = await oneInSandbox({ task: 'gzip', input: { bytes: packed }, origin })
  yield* opened(
    { ...source, from: { bytes }, contentType: undefined, name: origin.replace(/\.gz$/i, '') },
    options,
    depth + 1,
  )
}

async function* mailOf(
  source: Source,
  options: DocumentsOptions,
  depth: number,
): AsyncGenerator<Found> {
  const { origin, address } = source
  const bytes = await bytesOf(source, MAX_BYTES)
  const hash = sha256(bytes)
  for await (const part of inSandbox({ task: 'attachments', input: { bytes }, origin })) {
    if ('own' in part) {
      if (part.own) yield { ...documentOf(source, bytes), contentType: 'message/rfc822' }
    } else if ('problem' in part) yield problemOf(origin, part)
    else if (depth >= MAX_DEPTH) yield problemOf(origin, { member: part.member, problem: TOO_DEEP })
    else {
      const { member, bytes: inner, contentType } = part
      const container = { hash, name: origin, member }
      const place = {
        origin: `${origin}#${member}`,
        address: `${address}#${encodeURIComponent(member)}`,
      }
      yield* kept(
        opened({ from: { bytes: inner }, contentType, container, ...place }, options, depth + 1),
        place.origin,
      )
    }
  }
}

const TOO_DEEP = {
  code: 'mail-too-deep',
  message: 'is attached to a mail within mails within mails',
}

/** What cannot be opened at all is a problem of that member alone. */
async function* kept(inner: AsyncGenerator<Found>, origin: string): AsyncGenerator<Found> {
  try {
    yield* inner
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    yield { origin, error }
  }
}

/** A JSON Feed, or JSON Lines; of lines, one at a time is in memory. */
async function* jsonOf(source: Source, options: DocumentsOptions): AsyncGenerator<Found> {
  const start = Buffer.from(await startOf(source)).toString('utf8')
  if (
    /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(start) ||
    /feed\+json/.test(source.contentType ?? '')
  ) {
    return yield* feedOf(source, await bytesOf(source, MAX_BYTES), options)
  }
  const { origin, address } = source
  const hash =
    'path' in source.from
      ? await hashOf(source.from.path)
      : 'bytes' in source.from
        ? sha256(source.from.bytes)
        : null
  for await (const { number, line } of linesOf(streamOf(source), MAX_MEMBER_BYTES)) {
    const member = `line ${number}`
    const place = {
      origin: `${origin}#${number}`,
      address: address === '-' ? address : `${address}#${number}`,
    }
    try {
      if (line === null)
        throw new HearsayError(
          'line-too-long',
          `${place.origin} has more than ${MAX_MEMBER_BYTES} bytes.`,
        )
      const { address: own, ...answer } = await oneInSandbox({
        task: 'line',
        input: { line },
        origin: place.origin,
      })
      const container = hash === null ? undefined : { hash, name: origin, member }
      yield { ...answer, ...place, address: own ?? place.address, container }
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
      yield { origin: place.origin, member, error }
    }
  }
}

function memberOf(
  { origin, address }: Source,
  hash: string,
  { member, ...answer }: Member,
): FoundDocument {
  const { bytes, contentType, fetched, particulars, notes, fragment } = answer
  const container: Container = { hash, name: origin, member }
  const place = answer.address ?? `${address}#${encodeURIComponent(member)}`
  return {
    bytes,
    contentType,
    fetched,
    particulars,
    notes,
    fragment,
    container,
    address: place,
    origin: `${origin}#${member}`,
  }
}

function problemOf(origin: string, { member, problem }: BadMember): Found {
  const error = new HearsayError(problem.code, `${origin}#${member} ${problem.message}.`)
  return { origin: `${origin}#${member}`, member, error }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
