import { HearsayError } from '@hearsay/engine'
import { MAX_BYTES } from '../extract.js'
import type { Found } from '../found.js'
import { kindOf, type Kind } from '../sniff/kind.js'
import { oneInSandbox } from '../sandbox/client.js'
import { bytesOf, startOf, type Source } from '../source.js'
import { archiveDocuments } from './archive-documents.js'
import { feedDocuments } from './feed-documents.js'
import { gzipDocuments } from './gzip-documents.js'
import { jsonDocuments } from './json-documents.js'
import { mailDocuments } from './mail-documents.js'
import { textDocuments } from './text-documents.js'

export interface DocumentsOptions {
  /** Where a feed carries only summaries, fetch the pages that it links to. */
  pages?: boolean
  /** Told once for a feed: how many minutes it asks to be left alone. */
  onFeed?: (feed: { ttl?: number }) => void
}

/** Opens what stands within something else; `depth` says how deep. */
export type Open = (source: Source, depth: number) => AsyncGenerator<Found>

/**
 * The documents in `source`, one after the other: itself, when it is one; else the items of a feed, the records of a
 * WARC or WACZ, a mail and what is attached to it, the lines of JSON Lines, the parts of a long text. Hostile ones meet their parsers in a
 * process of their own. A member that cannot be used comes as a problem and its neighbours follow.
 *
 * Throws HearsayError where the whole cannot be opened: `file-missing`, `file-unreadable`, `feed-unreadable`,
 * `feed-empty`, `archive-no-pages`, `wacz-unreadable`, `arc-not-read`, `gzip-too-deep`, `KIND-timeout`, `KIND-out-of-memory` …
 */
export function documents(source: Source, options: DocumentsOptions = {}): AsyncGenerator<Found> {
  const open: Open = (inner, depth) => opened(inner, options, depth)
  async function* opened(inner: Source, given: DocumentsOptions, depth: number) {
    const start = await startOf(inner)
    const { name = inner.origin, contentType } = inner
    const kind = await packedKind(kindOf(start, { origin: name, contentType }), inner, start)
    switch (kind) {
      case 'feed':
        return yield* feedDocuments(inner, given)
      case 'json':
        return yield* jsonDocuments(inner, given)
      case 'warc':
      case 'wacz':
        return yield* archiveDocuments(inner, kind)
      case 'gzip':
        return yield* gzipDocuments(inner, open, depth)
      case 'mail':
        return yield* mailDocuments(inner, open, depth)
      case 'arc':
        throw new HearsayError('arc-not-read', `${inner.origin} ${ARC}`)
      default:
        yield* textDocuments(inner, await bytesOf(inner, MAX_BYTES))
    }
  }
  return open(source, 0)
}

const ARC =
  'is an ARC file, as web archives were before WARC, which is not read. Turn it into a WARC first: warcio recompress OLD.arc.gz NEW.warc.gz (warcio comes with pip).'

/** What is packed is opened in the sandbox, to see whether it is an archive whose records are packed one by one. */
async function packedKind(kind: Kind, { origin }: Source, start: Uint8Array): Promise<Kind> {
  if (kind !== 'gzip') return kind
  const unpacked = await oneInSandbox({ task: 'peek', input: { bytes: start }, origin })
  const within = kindOf(unpacked, { origin: '' })
  return within === 'warc' || within === 'arc' ? within : 'gzip'
}
