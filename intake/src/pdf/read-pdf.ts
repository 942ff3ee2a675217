import { getDocumentProxy } from 'unpdf'
import type { Note } from '@hearsay/engine'
import { isoDate } from '../date.js'
import type { Draft } from '../draft.js'
import { Refusal } from '../sandbox/refusal.js'
import { glyphDoubts } from './doubtful.js'
import { linesOf, type Line } from './lines.js'
import { paragraphsOf } from './paragraphs.js'
import { withoutRunningLines } from './running-lines.js'

/** More pages than this are a book. */
const MAX_PAGES = 1000

/** Characters of text after which a PDF is no article; unpacked streams can hold gigabytes. */
const MAX_CHARACTERS = 10_000_000

/**
 * What a PDF says, page by page, in the order in which it draws it. Throws Refusal `pdf-encrypted`, `pdf-unreadable`,
 * `pdf-no-text`, `pdf-too-long`.
 */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  const document = await open(bytes)
  const metadata = await document.getMetadata().catch(() => null)
  const pages = await pagesOf(document)
  const { lines, notes } = withoutRunningLines(pages)
  const { text, notes: hyphenNotes } = paragraphsOf(lines)
  if (text === '') {
    const message =
      'holds no text; perhaps its pages are pictures of one. Read them with a text recognizer first'
    throw new Refusal('pdf-no-text', message)
  }
  const draft = draftOf((metadata?.info ?? {}) as Record<string, unknown>)
  return { ...draft, text, notes: [...draft.notes, ...notes, ...hyphenNotes, ...glyphDoubts(text)] }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    const options = { isEvalSupported: false, useSystemFonts: false, verbosity: 0, maxImageSize: 0 }
    return await getDocumentProxy(new Uint8Array(bytes), options)
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'PasswordException') {
      throw new Refusal('pdf-encrypted', 'is encrypted. Save a copy without a password')
    }
    throw new Refusal('pdf-unreadable', `is no PDF that can be opened (${message}). Save it anew`)
  }
}

async function pagesOf(document: Pdf): Promise<Line[][]> {
  if (document.numPages > MAX_PAGES) tooLong(`${document.numPages} pages`)
  const pages: Line[][] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const lines = linesOf((await page.getTextContent()).items)
    page.cleanup()
    characters += lines.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > MAX_CHARACTERS) tooLong(`more than ${MAX_CHARACTERS} characters`)
    pages.push(lines)
  }
  return pages
}

function tooLong(what: string): never {
  throw new Refusal('pdf-too-long', `holds ${what}, too much for an article. Split it`)
}

function draftOf(info: Record<string, unknown>): Draft {
  const published = dateOf(words(info['CreationDate']))
  const notes: Note[] = []
  if (published) {
    const message = `The date, ${published}, is when the PDF was made; when it was published is not said.`
    notes.push({ code: 'date-from-file', message })
  }
  const title = words(info['Title'])
  return {
    title: title && !isFileName(title) ? title : null,
    byline: words(info['Author']),
    outlet: null,
    published,
    language: null,
    text: '',
    notes,
  }
}

/** `Microsoft Word - story.docx`, `untitled`: what programs write when nobody gave a title. */
function isFileName(title: string): boolean {
  return /\.(docx?|odt|indd|qxd|pdf|rtf|txt|tex)$|^(untitled|microsoft word\b)/i.test(title)
}

/** `D:20310506100000+01'00'` */
function dateOf(written: string | null): string | null {
  const parts = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(written ?? '')
  return parts ? isoDate(`${parts[1]}-${parts[2]}-${parts[3]}`) : null
}

function words(value: unknown): string | null {
  return (typeof value === 'string' && value.replace(/[\0\s]+/g, ' ').trim()) || null
}
