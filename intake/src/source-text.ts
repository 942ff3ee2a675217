import type { Note } from '@hearsay/engine'
import { refuseBinary, refuseControls } from './binary.js'
import { decode } from './charset.js'
import type { TextInput } from './draft.js'
import { Refusal } from './sandbox/refusal.js'

/** The characters that `bytes` stand for, and the doubts about them. Throws Refusal `binary-input`, `empty-input`. */
export async function sourceText({
  bytes,
  contentType,
}: TextInput): Promise<{ source: string; notes: Note[] }> {
  refuseBinary(bytes)
  const { text: source, notes } = await decode(bytes, contentType)
  if (source.trim() === '') throw new Refusal('empty-input', 'is empty: there is nothing to read')
  return { source, notes: [...notes, ...refuseControls(source)] }
}
