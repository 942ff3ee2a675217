import { constants, openSync } from 'node:fs'
import { Socket } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Article } from '@hearsay/engine'
import type { Found, FoundDocument, Source } from '@hearsay/intake'
import type { Particulars } from '@hearsay/store'
import type { Input } from './inputs.js'

export interface LoadOptions {
  /** Where a feed carries only summaries, fetch the pages that it links to. */
  pages?: boolean
}

/** The documents that `input` is or holds, one after the other. Throws HearsayError where it cannot be opened. */
export async function* documentsOf(input: Input, options: LoadOptions = {}): AsyncGenerator<Found> {
  if (input.kind === 'unusable') throw input.error
  const { origin } = input
  if (input.kind === 'bytes' && input.contentType !== undefined) {
    // Pasted: where it was, nobody says, and what it is, whoever handed it over.
    const { bytes, contentType } = input
    const { textDocuments } = await import('@hearsay/intake')
    return yield* textDocuments({ from: { bytes }, origin, address: '-', contentType }, bytes)
  }
  const { documents } = await import('@hearsay/intake')
  yield* documents(await sourceOf(input), options)
}

/** The article in a document; what the user knows of it overrules what it came with. */
export async function articleOf(found: FoundDocument, known: Particulars): Promise<Article> {
  const { extract } = await import('@hearsay/intake')
  const { bytes, address, origin, contentType, fragment, notes } = found
  const particulars = { ...found.particulars, ...told(known) }
  // Of a file, only the user can know where it was published.
  const page = /^https?:/i.test(address) ? address : undefined
  return extract(bytes, {
    ...particulars,
    url: particulars.url ?? page,
    origin,
    contentType,
    fragment,
    notes,
  })
}

/** What is known and not left open, so that it overrules only where it says something. */
export function told<T extends object>(particulars: T): Partial<T> {
  const entries = Object.entries(particulars).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<T>
}

async function sourceOf(input: Exclude<Input, { kind: 'unusable' }>): Promise<Source> {
  const { kind, origin } = input
  if (kind === 'bytes') return { from: { bytes: input.bytes }, origin, address: '-' }
  if (kind === 'standard-input') return { from: { stream: process.stdin }, origin, address: '-' }
  if (kind === 'pipe') return { from: { stream: fromPipe(origin) }, origin, address: '-' }
  if (kind === 'file')
    return { from: { path: origin }, origin, address: pathToFileURL(origin).href }
  const { fetchPage } = await import('@hearsay/intake')
  const { bytes, url, contentType } = await fetchPage(origin)
  return { from: { bytes }, origin, address: url, contentType }
}

/** Opening a pipe as a file would hold a thread, and with it the end of the process, until somebody writes into it. */
async function* fromPipe(path: string): AsyncGenerator<Uint8Array> {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  yield* new Socket({ fd, readable: true, writable: false })
}
