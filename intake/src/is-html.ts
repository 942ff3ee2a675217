import type { ExtractOptions } from './extract.js'

/** The characters at the start of a document that are looked at. */
const SNIFFED = 2000

/** True when the document is HTML: as its content type says, else its extension, else its first tag. */
export function isHtml(source: string, { origin, contentType }: ExtractOptions): boolean {
  const type = contentType?.split(';')[0].trim().toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml') return true
  if (type === 'text/plain') return false
  if (/\.x?html?$/i.test(origin)) return true
  if (/\.(txt|text|md)$/i.test(origin)) return false
  return startsAsHtml(source.slice(0, SNIFFED))
}

function startsAsHtml(start: string): boolean {
  const first = start.replace(/^(\s|<\?xml[^>]*>|<!--[^]*?-->)+/, '')
  return /^<(!doctype html|(html|head|body|title|meta|link|article|main|section|div|p|h1)[\s>])/i.test(
    first,
  )
}
