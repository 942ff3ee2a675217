import { createReadStream } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { HearsayError, type Article } from '@hearsay/engine'
import type { Particulars } from '@hearsay/store'
import type { Input } from './inputs.js'

/** The bytes that an input names, before anything is made of them. */
export interface Original {
  bytes: Uint8Array
  /** Where exactly they were: `https://…` after redirects, `file:///…` in full, or `-`. */
  address: string
  /** The HTTP Content-Type header, if there was one. */
  contentType?: string
}

/** The article that `input` names. */
export async function load(input: Input, particulars: Particulars): Promise<Article> {
  return extractFrom(await fetchOriginal(input), input.origin, particulars)
}

export async function fetchOriginal(input: Input): Promise<Original> {
  const { origin } = input
  if (input.kind === 'unusable') throw input.error
  // Pasted or dropped: where it was, nobody says.
  if (input.kind === 'bytes')
    return { bytes: input.bytes, address: '-', contentType: input.contentType }
  const { fetchPage, MAX_BYTES } = await import('@hearsay/intake')
  if (input.kind === 'page') {
    const { bytes, url, contentType } = await fetchPage(origin)
    return { bytes, address: url, contentType: contentType ?? undefined }
  }
  const standard = input.kind === 'standard-input'
  const source = standard ? process.stdin : createReadStream(origin)
  const bytes = await bytesOf(source, origin, MAX_BYTES)
  return { bytes, address: standard ? '-' : pathToFileURL(origin).href }
}

export async function extractFrom(
  { bytes, address, contentType }: Original,
  origin: string,
  particulars: Particulars,
): Promise<Article> {
  const { extract } = await import('@hearsay/intake')
  // Of a file, only the user can know where it was published.
  const page = /^https?:/i.test(address) ? address : undefined
  return extract(bytes, { ...particulars, url: particulars.url ?? page, origin, contentType })
}

/** All of `source`, or a little over `limit`, which is then refused as too large without being held in memory. */
async function bytesOf(
  source: AsyncIterable<unknown>,
  origin: string,
  limit: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of source) {
      chunks.push(chunk as Buffer)
      length += (chunk as Buffer).length
      if (length > limit) break
    }
  } catch (cause) {
    throw unreadable(origin, cause)
  }
  return Buffer.concat(chunks)
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist. Check the name and the folder you are in.',
  EACCES: 'may not be read by you. Check its permissions.',
  EISDIR: 'is a folder within a folder, which is not read. Name it itself.',
}

function unreadable(origin: string, cause: unknown): HearsayError {
  const { code = '', message } = cause as NodeJS.ErrnoException
  const reason = REASONS[code] ?? `cannot be read: ${message}.`
  return new HearsayError(
    code === 'ENOENT' ? 'file-missing' : 'file-unreadable',
    `${origin} ${reason}`,
    {
      cause,
    },
  )
}
