import { parseHTML } from 'linkedom'

/**
 * The page as a document that has a head and a body: linkedom, unlike a browser, supplies none that the
 * source leaves out. Throws RangeError when tags nest too deep for it (see depth.ts).
 */
export function parsePage(html: string): Document {
  const { document } = parseHTML(html)
  const sound =
    document.documentElement?.tagName === 'HTML' &&
    document.querySelector('head') &&
    document.querySelector('body')
  return sound ? document : parseHTML(wrapped(html)).document
}

function wrapped(html: string): string {
  const open = /<html\s[^<>]*>/i.exec(html)?.[0] ?? '<html>'
  const content = html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '')
  return `<!doctype html>${open}<head></head><body>${content}</body></html>`
}
