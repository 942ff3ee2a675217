import { kindOf } from '../sniff/kind.js'
import { MAX_MEMBER_BYTES } from '../sandbox/limits.js'
import type { BadMember } from '../found.js'
import { parseMail } from './parse-mail.js'

/** An attached document; `own` says whether the mail has a text of its own and comes first. */
export type MailPart =
  { own: boolean } | { member: string; bytes: Uint8Array; contentType: string } | BadMember

const READABLE = /\.(txt|x?html?|pdf|eml)$/i
const READABLE_TYPES = ['text/html', 'application/pdf', 'message/rfc822', 'application/xhtml+xml']

/** More attachments than this are an attack. */
const MOST = 200

/** The articles attached to a mail: PDF, HTML, text and mail. Pictures and the like are passed over. */
export async function* attachments(bytes: Uint8Array): AsyncGenerator<MailPart> {
  const { text, html, attachments: all } = await parseMail(bytes)
  yield { own: (text ?? html ?? '').trim() !== '' }
  const documents = all.filter(({ filename, mimeType, related }) => {
    return !related && (READABLE_TYPES.includes(mimeType) || READABLE.test(filename ?? ''))
  })
  for (const [at, { filename, mimeType, content }] of documents.entries()) {
    const member = filename || `attachment ${at + 1}`
    const part = new Uint8Array(content as ArrayBuffer)
    if (at >= MOST) {
      const problem = {
        code: 'mail-too-many-parts',
        message: `comes after ${MOST} others, which are enough`,
      }
      yield { member, problem }
      return
    }
    if (part.length > MAX_MEMBER_BYTES) {
      const message = `has ${part.length} bytes, more than the ${MAX_MEMBER_BYTES} that are read`
      yield { member, problem: { code: 'member-too-large', message } }
    } else yield { member, bytes: part, contentType: typeOf(mimeType, member, part) }
  }
}

/** Mail programs call anything `application/octet-stream`. */
function typeOf(mimeType: string, member: string, bytes: Uint8Array): string {
  if (READABLE_TYPES.includes(mimeType) || mimeType.startsWith('text/')) return mimeType
  const kind = kindOf(bytes, { origin: member })
  if (kind === 'pdf') return 'application/pdf'
  return kind === 'mail' ? 'message/rfc822' : /html?$/i.test(member) ? 'text/html' : 'text/plain'
}
