import type { Given } from '@hearsay/contract'

/** What somebody pasted: an address when it is nothing but one, a page when it is HTML, else an article's text. */
export function pasted(words: string): Given {
  const trimmed = words.trim()
  if (/^https?:\/\/\S+$/i.test(trimmed)) return { url: trimmed }
  if (/^<(?:!doctype html|html|head|body|article)\b/i.test(trimmed)) {
    return { html: words, origin: 'pasted.html' }
  }
  return { text: words, origin: 'pasted.txt' }
}
