import { stat } from 'node:fs/promises'
import { HearsayError } from '@hearsay/engine'
import { inFolder, type FolderOptions } from './folder.js'
import { kindOfFile } from './kind-of-file.js'

/** Something to read, as the user named or handed it or as a folder holds it; or why it cannot be read. */
export type Input =
  | { kind: 'file' | 'pipe' | 'page' | 'standard-input'; origin: string }
  | { kind: 'bytes'; origin: string; bytes: Uint8Array; contentType?: string }
  | { kind: 'unusable'; origin: string; error: HearsayError }

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i

/** What `names` stand for, in order: files, pages, `-`, and for a folder what can be read in it, however deep, sorted. */
export async function findInputs(
  names: readonly string[],
  options: FolderOptions = {},
): Promise<Input[]> {
  const found = await Promise.all(names.map((name) => inputsOf(name, options)))
  return found.flat()
}

/** Whether one name surely stands for several articles: a folder, a feed, an archive, JSON Lines, a very long text. */
export async function holdsMany(name: string): Promise<boolean> {
  if (name === '-' || ADDRESS.test(name)) return false
  const found = await stat(name).catch(() => null)
  if (found?.isDirectory()) return true
  // What a pipe gives, it gives once.
  if (found?.isFile() !== true) return false
  if (['feed', 'json', 'warc', 'wacz'].includes(await kindOfFile(name))) return true
  const { MAX_PART_BYTES } = await import('@hearsay/intake')
  return /\.(txt|text|md)$/i.test(name) && found.size > MAX_PART_BYTES
}

async function inputsOf(name: string, options: FolderOptions): Promise<Input[]> {
  if (name === '-') return [{ kind: 'standard-input', origin: '-' }]
  if (ADDRESS.test(name)) return [{ kind: 'page', origin: name }]
  const found = await stat(name).catch(() => null)
  if (!found?.isDirectory()) return [{ kind: found?.isFIFO() ? 'pipe' : 'file', origin: name }]
  const inputs = await inFolder(name, options)
  if (inputs.length > 0) return inputs
  const message = `${name} holds nothing that can be read: no text, HTML, PDF, mail, feed or web archive. Name a folder that does, or the files themselves.`
  return [{ kind: 'unusable', origin: name, error: new HearsayError('folder-empty', message) }]
}
