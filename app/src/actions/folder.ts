import type { Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'
import type { Input } from './inputs.js'
import { kindOfFile } from './kind-of-file.js'

export interface FolderOptions {
  /** Read what links in a folder lead to, wherever that is. */
  followLinks?: boolean
  /** Told of what is no file: a link that is not followed, a pipe, a socket, a device. */
  onSkipped?: (path: string, why: string) => void
}

/** What is taken from a folder. JSON and XML may be anything; of XML, feeds are taken. */
const READABLE = /\.(txt|html?|xhtml|pdf|eml|rss|atom|rdf|jsonl|ndjson|warc(\.gz)?|wacz)$/i

/** Opening one of these may wait for ever, or do something to the machine. */
const ODD: readonly [string, (found: Stats) => boolean][] = [
  ['a pipe', (found) => found.isFIFO()],
  ['a socket', (found) => found.isSocket()],
  ['a device', (found) => found.isCharacterDevice() || found.isBlockDevice()],
]

/** What can be read in a folder and in its folders, sorted; names that begin with a dot are left out. */
export function inFolder(folder: string, options: FolderOptions): Promise<Input[]> {
  return walk(folder, { ...options, seen: new Set() })
}

/** `seen` keeps links from leading in circles. */
interface Walk extends FolderOptions {
  seen: Set<string>
}

async function walk(folder: string, steps: Walk): Promise<Input[]> {
  try {
    const real = await realpath(folder)
    if (steps.seen.has(real)) return []
    steps.seen.add(real)
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()
    const inputs: Input[] = []
    for (const name of names) inputs.push(...(await at(join(folder, name), steps)))
    return inputs
  } catch (cause) {
    const message = `${folder} cannot be read: ${(cause as Error).message}. Check its permissions.`
    const error = new HearsayError('folder-unreadable', message, { cause })
    return [{ kind: 'unusable', origin: folder, error }]
  }
}

async function at(path: string, steps: Walk): Promise<Input[]> {
  const found = await seenAt(path, steps)
  if (found === null) return []
  if (found.isDirectory()) return walk(path, steps)
  const readable =
    READABLE.test(path) || (/\.xml$/i.test(path) && (await kindOfFile(path)) === 'feed')
  return readable ? [{ kind: 'file', origin: path }] : []
}

/** What is at `path`, or null where it is to be skipped. */
async function seenAt(path: string, { followLinks, onSkipped }: Walk): Promise<Stats | null> {
  const skipped = (why: string) => (onSkipped?.(path, why), null)
  let found = await lstat(path).catch(() => null)
  if (found?.isSymbolicLink()) {
    if (!followLinks)
      return skipped('a link, and links in a folder are followed only with --follow-links')
    found = await stat(path).catch(() => null)
    if (found === null) return skipped('a link that leads nowhere')
  }
  const odd = found && ODD.find(([, is]) => is(found))
  return odd ? skipped(odd[0]) : found
}
