import { beginning } from './beginning.js'
import { afterProlog } from './prolog.js'
import type { Named } from './kind.js'

const FIRST_TAG =
  /^<(!doctype html|(html|head|body|title|meta|link|article|main|section|div|p|h1)[\s>])/i

/** True when a text is HTML: as its content type says, else its extension, else its first tag. */
export function isHtml(bytes: Uint8Array, { origin, contentType }: Named): boolean {
  const type = contentType?.split(';')[0].trim().toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml') return true
  if (type === 'text/plain') return false
  if (/\.x?html?$/i.test(origin)) return true
  if (/\.(txt|text|md)$/i.test(origin)) return false
  return FIRST_TAG.test(afterProlog(beginning(bytes), { keepDoctype: true }))
}
