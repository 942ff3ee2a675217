import type { Found } from '../found.js'
import type { Source } from '../source.js'
import { memberDocument, sha256, wholeDocument } from './member-document.js'
import { cutParts } from './text-parts.js'

/** A plain text of more bytes is read in parts, each no longer: as much as a novel. */
export const MAX_PART_BYTES = 400_000

/**
 * A document, or where it is a plain text too long to be one article, its parts in order. Together they are the bytes of the
 * whole, so that the memory which reading takes does not grow with it.
 */
export function* textDocuments(source: Source, bytes: Uint8Array): Generator<Found> {
  if (bytes.length <= MAX_PART_BYTES || !isPlain(source, bytes))
    return yield wholeDocument(source, bytes)
  const { origin, address, contentType, particulars = {}, notes = [] } = source
  const hash = sha256(bytes)
  const { parts, charset } = cutParts(bytes, MAX_PART_BYTES)
  for (const [n, { start, end }] of parts.entries()) {
    const message = `This is part ${n + 1} of ${parts.length} of ${origin}, which is too long for one article: its bytes ${start} to ${end}.`
    const document = memberDocument(source, hash, {
      member: `part ${n + 1}`,
      bytes: bytes.slice(start, end),
      contentType: charset ? `text/plain; charset=${charset}` : contentType,
      particulars,
      notes: [...notes, { code: 'text-divided', message }],
      ...(address === '-' && { address }),
    })
    yield { ...document, ...(source.container && { container: source.container }) }
  }
}

/** Text that surely is no page: called so, or begun with no tag. */
function isPlain({ origin, name = origin, contentType }: Source, bytes: Uint8Array): boolean {
  const type = contentType?.split(';')[0].trim().toLowerCase()
  if (type !== undefined && type !== '') return type === 'text/plain'
  if (/\.(txt|text|md)$/i.test(name)) return true
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return !/\.x?html?$/i.test(name) && !/^[\s\0\xef\xbb\xbf\xfe\xff]*</.test(start)
}
