import { createHash } from 'node:crypto'
import { HearsayError, type Article } from '@hearsay/engine'
import { refuseBinary, refuseControls } from './binary.js'
import { decode } from './charset.js'
import { isoDate } from './date.js'
import type { Draft } from './draft.js'
import { isHtml } from './kind.js'
import { judgeLanguage } from './language.js'
import { readText } from './text.js'

/** The largest document that is read, in bytes (50 MB). */
export const MAX_BYTES = 50_000_000

export interface ExtractOptions {
  /** The path or address as the user gave it; its extension helps to tell HTML from text. */
  origin: string
  /** Where the page was published, if not at `origin`. */
  url?: string
  /** The HTTP Content-Type header, with its charset. */
  contentType?: string
  /** Overrules the document's own date: an ISO date or date-time, or anything that reads as one. */
  published?: string
  /** Overrules the outlet that the document names. */
  outlet?: string
}

/**
 * The article that `bytes` hold, plain text or HTML. A plain-text article's `text` is the decoded file,
 * character for character, without its byte order mark; an HTML article's is its body, paragraphs
 * parted by an empty line. Doubts are in `notes`.
 *
 * Throws HearsayError, and nothing else, with one of the codes `empty-input`, `binary-input`,
 * `file-too-large`, `published-not-a-date`, `html-too-deep`, `html-timeout`, `html-out-of-memory`,
 * `html-unreadable`, `no-text`.
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions): Promise<Article> {
  refuseSize(bytes, options.origin)
  refuseBinary(bytes, options.origin)
  const published = publishedOption(options)
  const { text: source, notes } = await decode(bytes, options.contentType)
  if (source.trim() === '') {
    throw new HearsayError('empty-input', `${options.origin} is empty: there is nothing to read.`)
  }
  const controlNotes = refuseControls(source, options.origin)
  const draft = isHtml(source, options) ? await readPage(source, options) : readText(source)
  const { language, notes: languageNotes } = await judgeLanguage(draft.text, draft.language)
  return {
    id: sha256(draft.text),
    origin: options.origin,
    bytes: sha256(bytes),
    title: draft.title,
    byline: draft.byline,
    outlet: options.outlet ?? draft.outlet,
    published: published ?? draft.published,
    language,
    text: draft.text,
    notes: [...notes, ...controlNotes, ...draft.notes, ...languageNotes],
  }
}

/** HTML libraries load only when a page comes: plain text must not wait for them. */
async function readPage(html: string, { origin, url }: ExtractOptions): Promise<Draft> {
  const { readInWorker } = await import('./worker-client.js')
  return readInWorker({ html, origin, url: url ?? origin })
}

function refuseSize(bytes: Uint8Array, origin: string): void {
  if (bytes.length <= MAX_BYTES) return
  throw new HearsayError(
    'file-too-large',
    `${origin} has ${bytes.length} bytes, more than the ${MAX_BYTES} that are read. Split it into articles.`,
  )
}

function publishedOption({ published }: ExtractOptions): string | null {
  if (published === undefined) return null
  const date = isoDate(published)
  if (date !== null) return date
  throw new HearsayError(
    'published-not-a-date',
    `"${published}" is not a date of publication. Write it as 2017-12-28.`,
  )
}

function sha256(data: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`
}
