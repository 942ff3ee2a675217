/** The bytes at the start of a page in which a charset is looked for. */
const PRESCANNED = 4096

/** The charset, in lower case, that a Content-Type header or the page's first lines declare. */
export function declaredCharset(bytes: Uint8Array, contentType?: string): string | null {
  const start = Buffer.from(bytes.subarray(0, PRESCANNED)).toString('latin1')
  const label =
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1] ??
    metaCharset(start) ??
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w:.-]+)/i.exec(start)?.[1]
  return label ? asBrowsersRead(label.toLowerCase()) : null
}

function metaCharset(start: string): string | undefined {
  for (const [tag] of start.matchAll(/<meta\s[^<>]*/gi)) {
    const label = /charset\s*=[\s"']*([\w:.-]+)/i.exec(tag)?.[1]
    if (label) return label
  }
}

/** Browsers read Latin-1 and ASCII as windows-1252; a meta tag that one can read is not in UTF-16. */
function asBrowsersRead(label: string): string {
  if (label === 'utf8' || label.startsWith('utf-16')) return 'utf-8'
  return ['iso-8859-1', 'latin1', 'us-ascii', 'ascii'].includes(label) ? 'windows-1252' : label
}
