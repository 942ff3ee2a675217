import PostalMime, { type Email } from 'postal-mime'
import { Refusal } from '../sandbox/refusal.js'

/** More parts within parts than this are an attack. */
const MAX_DEPTH = 50
const MAX_HEADER_BYTES = 1_000_000

/** Throws Refusal `mail-unreadable`, `mail-too-deep`. */
export async function parseMail(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: MAX_DEPTH,
      maxHeadersSize: MAX_HEADER_BYTES,
      // A mail within a mail is a document of its own.
      forceRfc822Attachments: true,
    })
  } catch (error) {
    const { message } = error as Error
    const code = /nesting depth/i.test(message) ? 'mail-too-deep' : 'mail-unreadable'
    throw new Refusal(code, `is no mail that can be read (${message}). Save the text alone`)
  }
}
