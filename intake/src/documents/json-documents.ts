import { HearsayError } from '@hearsay/engine'
import type { Found } from '../found.js'
import { linesOf, type NumberedLine } from '../jsonl/lines.js'
import { oneInSandbox } from '../sandbox/client.js'
import { MAX_MEMBER_BYTES } from '../sandbox/limits.js'
import { hashOf, startOf, streamOf, type Source } from '../source.js'
import type { DocumentsOptions } from './documents.js'
import { feedDocuments } from './feed-documents.js'
import { sha256 } from './member-document.js'

const JSON_FEED = /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/

/** The items of a JSON Feed, or the articles on lines of JSON, of which one at a time is in memory. */
export async function* jsonDocuments(
  source: Source,
  options: DocumentsOptions,
): AsyncGenerator<Found> {
  const start = Buffer.from(await startOf(source)).toString('utf8')
  if (JSON_FEED.test(start)) return yield* feedDocuments(source, options)
  const hash = await hashOfSource(source)
  for await (const line of linesOf(streamOf(source), MAX_MEMBER_BYTES)) {
    yield await lineDocument(source, line, hash)
  }
}

async function lineDocument(
  { origin, address }: Source,
  { number, line }: NumberedLine,
  hash: string | null,
): Promise<Found> {
  const member = `line ${number}`
  const place = `${origin}#${number}`
  try {
    if (line === null) {
      const message = `${place} has more than ${MAX_MEMBER_BYTES} bytes. Leave it out.`
      throw new HearsayError('line-too-long', message)
    }
    const found = await oneInSandbox({ task: 'line', input: { line }, origin: place })
    const own = found.address ?? (address === '-' ? address : `${address}#${number}`)
    const container = hash === null ? undefined : { hash, name: origin, member }
    return { ...found, origin: place, address: own, container }
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    return { origin: place, member, error }
  }
}

/** Null for what streams by. */
async function hashOfSource({ from }: Source): Promise<string | null> {
  if ('path' in from) return hashOf(from.path)
  return 'bytes' in from ? sha256(from.bytes) : null
}
