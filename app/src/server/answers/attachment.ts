import type { Context } from 'hono'
import type { FileType } from './file-types.js'

/** A file that the browser saves and never shows. */
export function attachment(
  context: Context,
  body: string | ReadableStream,
  { type, extension }: FileType,
  name: string,
): Response {
  return context.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': disposition(`${name}.${extension}`),
  })
}

/** To be saved under the last part of `name`, whatever it holds (RFC 6266, RFC 8187). */
export function disposition(name: string): string {
  const last =
    name
      .split(/[?#]/, 1)[0]
      .split(/[/\\]/)
      .findLast((part) => part !== '') ?? 'file'
  const plain = last.replace(/[^\w .-]/g, '_')
  const encoded = encodeURIComponent(Buffer.from(last).toString()).replace(/['()*]/g, percent)
  const also = plain === last ? '' : `; filename*=UTF-8''${encoded}`
  return `attachment; filename="${plain}"${also}`
}

const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
