import { isUtf8 } from 'node:buffer'

const TEXT_OR_XML = /^(?:text(?:\/.*)?|html|xhtml|.*[+/]xml)$/

/** Whether content of this type comes in base64: what is neither text nor XML (RFC 4287, section 4.1.3.3), or says so (Atom 0.3). */
export function isBase64(type = 'text', mode = ''): boolean {
  const bare = type.split(';', 1)[0].trim().toLowerCase()
  return mode.toLowerCase() === 'base64' || !TEXT_OR_XML.test(bare)
}

/** The text that `value` is the base64 of; `value` itself when it is no base64; undefined when a picture or the like is in it. */
export function fromBase64(value: string): string | undefined {
  if (!/^[\w+/=\s-]+$/.test(value)) return value
  const bytes = Buffer.from(value, 'base64')
  if (!isUtf8(bytes)) return undefined
  const text = bytes.toString('utf8')
  // eslint-disable-next-line no-control-regex
  return /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text
}
