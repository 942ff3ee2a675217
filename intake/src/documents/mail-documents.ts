import { HearsayError } from '@hearsay/engine'
import { MAX_BYTES } from '../extract.js'
import type { Found } from '../found.js'
import { inSandbox } from '../sandbox/client.js'
import { bytesOf, type Source } from '../source.js'
import type { Open } from './documents.js'
import { MAX_DEPTH, memberProblem, sha256, wholeDocument } from './member-document.js'

/** A mail, unless it only carries others, and the documents attached to it. Throws HearsayError `mail-empty`. */
export async function* mailDocuments(
  source: Source,
  open: Open,
  depth: number,
): AsyncGenerator<Found> {
  const { origin, address } = source
  const bytes = await bytesOf(source, MAX_BYTES)
  const hash = sha256(bytes)
  let told = 0
  for await (const part of inSandbox({ task: 'attachments', input: { bytes }, origin })) {
    if ('own' in part) {
      told += Number(part.own)
      if (part.own) yield { ...wholeDocument(source, bytes), contentType: 'message/rfc822' }
      continue
    }
    told++
    if ('problem' in part) yield memberProblem(source, part)
    else if (depth >= MAX_DEPTH) {
      yield memberProblem(source, { member: part.member, problem: TOO_DEEP })
    } else {
      const { member, bytes: inner, contentType } = part
      const container = { hash, name: origin, member }
      const where = `${address}#${encodeURIComponent(member)}`
      const place = { origin: `${origin}#${member}`, address: where, container }
      yield* kept(open({ from: { bytes: inner }, contentType, ...place }, depth + 1), place.origin)
    }
  }
  if (told === 0) {
    const message = `${origin} is a mail without a text of its own and without an article attached to it.`
    throw new HearsayError('mail-empty', message)
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
