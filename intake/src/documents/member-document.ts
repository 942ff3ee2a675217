import { createHash } from 'node:crypto'
import { HearsayError } from '@hearsay/engine'
import type { BadMember, Found, FoundDocument, Member } from '../found.js'
import type { Source } from '../source.js'

/** Mail in mail, gzip in gzip: no deeper than this. */
export const MAX_DEPTH = 4

/** All of `source` as one document. */
export function wholeDocument(source: Source, bytes: Uint8Array): FoundDocument {
  const { origin, address, contentType, particulars = {}, notes, container } = source
  return { bytes, address, origin, contentType, particulars, notes, container }
}

/** A member of `source`, whose SHA-256 is `hash`: where the member itself says, or else within its container. */
export function memberDocument(source: Source, hash: string, found: Member): FoundDocument {
  const { origin, address } = source
  const { member, ...document } = found
  return {
    ...document,
    address: found.address ?? `${address}#${encodeURIComponent(member)}`,
    origin: `${origin}#${member}`,
    container: { hash, name: origin, member },
  }
}

export function memberProblem({ origin }: Source, { member, problem }: BadMember): Found {
  const place = `${origin}#${member}`
  const error = new HearsayError(problem.code, `${place} ${problem.message}.`)
  return { origin: place, member, error }
}

/** In hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
