import type { Context } from 'hono'
import { FILE_TYPES } from './file-types.js'

/** A file that the browser saves and never shows. */
export function attachment(
  context: Context,
  body: string | ReadableStream,
  format: keyof typeof FILE_TYPES,
  name: string,
): Response {
  const { type, extension } = FILE_TYPES[format]
  return context.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}.${extension}"`,
  })
}
