import { HearsayError } from '@hearsay/engine'
import { MAX_BYTES } from '../extract.js'
import type { Found } from '../found.js'
import { oneInSandbox } from '../sandbox/client.js'
import { bytesOf, type Source } from '../source.js'
import type { Open } from './documents.js'
import { MAX_DEPTH } from './member-document.js'

/** The documents in what was packed with gzip. */
export async function* gzipDocuments(
  source: Source,
  open: Open,
  depth: number,
): AsyncGenerator<Found> {
  const { origin, name = origin } = source
  if (depth >= MAX_DEPTH) {
    const message = `${origin} is packed many times over, as no article is. Unpack it first.`
    throw new HearsayError('gzip-too-deep', message)
  }
  const input = { bytes: await bytesOf(source, MAX_BYTES) }
  const bytes = await oneInSandbox({ task: 'gzip', input, origin })
  const inner = { from: { bytes }, contentType: undefined, name: name.replace(/\.gz$/i, '') }
  yield* open({ ...source, ...inner }, depth + 1)
}
