import { createHash } from 'node:crypto'
import { HearsayError, type Article, type Note } from '@hearsay/engine'
import { isoDate } from './date.js'
import type { Draft } from './draft.js'
import { oneInSandbox } from './sandbox/client.js'
import { DOCUMENT_DEADLINE_MS, PAGE_DEADLINE_MS } from './sandbox/limits.js'
import { isHtml } from './sniff/is-html.js'
import { kindOf } from './sniff/kind.js'

/** The largest document that is read, in bytes (50 MB). */
export const MAX_BYTES = 50_000_000

/** The longest article that is read, in UTF-16 code units: of a page, a PDF or a mail, which are not read in parts. */
export const MAX_TEXT = 3_000_000

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
  /** Overrules the document's own title. */
  title?: string
  /** Overrules the document's own byline. */
  byline?: string
  /** The HTML is the body of the article and nothing else, as a feed carries it. */
  fragment?: boolean
  /** Doubts that arose on the way here. */
  notes?: Note[]
}

/**
 * The article that `bytes` hold: plain text, HTML, PDF or mail. A plain-text article's `text` is the decoded file,
 * character for character, without its byte order mark; an HTML article's is its body, paragraphs parted by an empty
 * line; so is that of a PDF and of a mail. Doubts are in `notes`. What may hold many documents goes to `documents`.
 *
 * Throws HearsayError, and nothing else, with one of the codes `empty-input`, `binary-input`, `file-too-large`,
 * `text-too-large`, `published-not-a-date`, `no-text`, `html-too-deep`, `pdf-encrypted`, `pdf-no-text`, `mail-too-deep`, or `KIND-timeout`,
 * `KIND-out-of-memory`, `KIND-unreadable` where KIND is `text`, `html`, `pdf` or `mail`.
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions): Promise<Article> {
  const { origin } = options
  refuseSize(bytes, origin)
  const published = publishedOption(options)
  const draft = await draftOf(bytes, options)
  refuseLength(draft.text, origin)
  return {
    id: sha256(draft.text),
    origin,
    bytes: sha256(bytes),
    title: options.title ?? draft.title,
    byline: options.byline ?? draft.byline,
    outlet: options.outlet ?? draft.outlet,
    published: published ?? draft.published,
    language: draft.language,
    text: draft.text,
    notes: [...(options.notes ?? []), ...draft.notes],
  }
}

/** Whatever is parsed is parsed in the sandbox; here it is only seen what it is. */
function draftOf(bytes: Uint8Array, options: ExtractOptions): Promise<Draft> {
  const { origin, contentType, url = origin, fragment } = options
  const kind = kindOf(bytes, options)
  if (kind === 'pdf' || kind === 'mail') {
    return oneInSandbox({ task: kind, input: { bytes }, origin, silenceMs: DOCUMENT_DEADLINE_MS })
  }
  const text = { bytes, contentType }
  const silenceMs = PAGE_DEADLINE_MS
  if (!isHtml(bytes, options)) return oneInSandbox({ task: 'text', input: text, origin, silenceMs })
  return oneInSandbox({ task: 'html', input: { ...text, url, fragment }, origin, silenceMs })
}

function refuseSize(bytes: Uint8Array, origin: string): void {
  if (bytes.length <= MAX_BYTES) return
  throw new HearsayError(
    'file-too-large',
    `${origin} has ${bytes.length} bytes, more than the ${MAX_BYTES} that are read. Split it into articles.`,
  )
}

function refuseLength({ length }: string, origin: string): void {
  if (length <= MAX_TEXT) return
  throw new HearsayError(
    'text-too-large',
    `${origin} holds a text of ${length} characters, more than the ${MAX_TEXT} that are read as one article. Save its text as a .txt file: a long plain text is read in parts.`,
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
