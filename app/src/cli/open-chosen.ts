import type { Reader } from '@hearsay/engine'
import { openReader, type ReaderName, type RuntimeName } from '@hearsay/engine/node'

/** What the command line says of the reader. */
export interface ReaderChoice {
  reader: ReaderName
  runtime?: RuntimeName
}

/** Opens the reader that was chosen; that it will be slow is said on standard error. */
export function openChosen({ reader, runtime }: ReaderChoice): Promise<Reader> {
  const onFallback = (note: string) => void process.stderr.write(`hearsay: ${note}\n`)
  return openReader({ reader, runtime, onFallback })
}
