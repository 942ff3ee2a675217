import { isoDate } from '../date.js'
import type { Draft } from '../draft.js'
import { readHtml } from '../html.js'
import { Refusal } from '../sandbox/refusal.js'
import { parseMail } from './parse-mail.js'

/** What a mail says, without what is attached to it. Throws Refusal, also `mail-empty`. */
export async function readMail(bytes: Uint8Array): Promise<Draft> {
  const mail = await parseMail(bytes)
  const { from, headers, subject, date } = mail
  const { text, notes } = body(mail.text, mail.html)
  return {
    title: tidy(subject),
    byline: tidy(from?.name || from?.address),
    outlet: outletOf((key) => headers.find((header) => header.key === key)?.value),
    published: date ? isoDate(date) : null,
    language: null,
    text,
    notes,
  }
}

/** The plain text, unless it is a stub that points to the HTML. */
function body(plain = '', html = ''): Pick<Draft, 'text' | 'notes'> {
  const text = plain.replace(/\r\n/g, '\n').trim()
  const draft = html.trim() === '' ? null : fromHtml(html)
  if (draft && draft.text.length > 2 * text.length) return draft
  if (text !== '') return { text, notes: [] }
  if (draft) return draft
  throw new Refusal('mail-empty', 'is a mail without a text of its own')
}

function fromHtml(html: string): Draft | null {
  try {
    return readHtml({ html, url: '', fragment: true })
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** `Organization: The Amaro Herald`, or the name of a list: `List-Id: The Amaro Herald <news.herald.example>`. */
function outletOf(header: (key: string) => string | undefined): string | null {
  return tidy(
    header('organization') ??
      header('list-id')
        ?.replace(/<[^<>]*>/g, '')
        .replace(/"/g, ''),
  )
}

function tidy(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null
}
