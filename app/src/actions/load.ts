import { createReadStream } from 'node:fs'
import { HearsayError, type Article } from '@hearsay/engine'
import type { Input } from './inputs.js'

/** What the user knows about the articles better than the articles themselves. */
export interface Particulars {
  url?: string
  published?: string
  outlet?: string
}

/** The article that `input` names. */
export async function load(input: Input, particulars: Particulars): Promise<Article> {
  const { origin } = input
  if (input.kind === 'unusable') throw input.error
  const { extract, fetchPage, MAX_BYTES } = await import('@hearsay/intake')
  if (input.kind === 'page') {
    const page = await fetchPage(origin)
    const contentType = page.contentType ?? undefined
    return extract(page.bytes, { url: page.url, ...particulars, origin, contentType })
  }
  const source = input.kind === 'standard-input' ? process.stdin : createReadStream(origin)
  return extract(await bytesOf(source, origin, MAX_BYTES), { ...particulars, origin })
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
