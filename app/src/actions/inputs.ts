import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'

/** Something to read, as the user named or handed it or as a folder holds it; or why it cannot be read. */
export type Input =
  | { kind: 'file' | 'page' | 'standard-input'; origin: string }
  | { kind: 'bytes'; origin: string; bytes: Uint8Array; contentType?: string }
  | { kind: 'unusable'; origin: string; error: HearsayError }

const READABLE = /\.(txt|html?)$/i
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i

/** What `names` stand for, in order: files, pages, `-`, and for a folder every text and HTML file in it, sorted. */
export async function findInputs(names: readonly string[]): Promise<Input[]> {
  const found = await Promise.all(names.map(inputsOf))
  return found.flat()
}

/** Whether one name can stand for several articles. */
export async function isFolder(name: string): Promise<boolean> {
  if (name === '-' || ADDRESS.test(name)) return false
  return stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

async function inputsOf(name: string): Promise<Input[]> {
  if (name === '-') return [{ kind: 'standard-input', origin: '-' }]
  if (ADDRESS.test(name)) return [{ kind: 'page', origin: name }]
  if (!(await isFolder(name))) return [{ kind: 'file', origin: name }]
  const entries = await readdir(name, { withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory() && READABLE.test(entry.name))
  if (files.length > 0) {
    const names = files.map((file) => file.name).sort()
    return names.map((file) => ({ kind: 'file', origin: join(name, file) }))
  }
  const message = `${name} holds no .txt or .html file. Name a folder that does, or the files themselves.`
  return [{ kind: 'unusable', origin: name, error: new HearsayError('folder-empty', message) }]
}
