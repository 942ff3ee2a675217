import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'

/** Something to read, as the user named or handed it or as a folder holds it; or why it cannot be read. */
export type Input =
  | { kind: 'file' | 'page' | 'standard-input'; origin: string }
  | { kind: 'bytes'; origin: string; bytes: Uint8Array; contentType?: string }
  | { kind: 'unusable'; origin: string; error: HearsayError }

/** What is taken from a folder. JSON and XML may be anything; of XML, feeds are taken. */
const READABLE = /\.(txt|html?|xhtml|pdf|eml|rss|atom|rdf|jsonl|ndjson|warc(\.gz)?|wacz)$/i
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i

/** What `names` stand for, in order: files, pages, `-`, and for a folder what can be read in it, however deep, sorted. */
export async function findInputs(names: readonly string[]): Promise<Input[]> {
  const found = await Promise.all(names.map(inputsOf))
  return found.flat()
}

/** Whether one name surely stands for several articles: a folder, a feed, an archive, JSON Lines. */
export async function holdsMany(name: string): Promise<boolean> {
  if (name === '-' || ADDRESS.test(name)) return false
  if (await isFolder(name)) return true
  return ['feed', 'json', 'warc', 'wacz'].includes(await kindOfFile(name))
}

async function isFolder(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

async function inputsOf(name: string): Promise<Input[]> {
  if (name === '-') return [{ kind: 'standard-input', origin: '-' }]
  if (ADDRESS.test(name)) return [{ kind: 'page', origin: name }]
  if (!(await isFolder(name))) return [{ kind: 'file', origin: name }]
  const files = await filesIn(name, new Set())
  if (files.length > 0) return files.map((origin) => ({ kind: 'file', origin }))
  const message = `${name} holds nothing that can be read: no text, HTML, PDF, mail, feed or web archive. Name a folder that does, or the files themselves.`
  return [{ kind: 'unusable', origin: name, error: new HearsayError('folder-empty', message) }]
}

/** The readable files in a folder and in its folders; `seen` keeps links from leading in circles. */
async function filesIn(folder: string, seen: Set<string>): Promise<string[]> {
  const real = await realpath(folder)
  if (seen.has(real)) return []
  seen.add(real)
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()
  const files: string[] = []
  for (const name of names) {
    const path = join(folder, name)
    if (await isFolder(path)) files.push(...(await filesIn(path, seen)))
    else if (READABLE.test(name) || (/\.xml$/i.test(name) && (await kindOfFile(path)) === 'feed')) {
      files.push(path)
    }
  }
  return files
}

async function kindOfFile(path: string): Promise<string> {
  const { kindOf } = await import('@hearsay/intake')
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192)
      return kindOf(buffer.subarray(0, bytesRead), { origin: path })
    } finally {
      await file.close()
    }
  } catch {
    return 'unknown'
  }
}
