import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { open, type Entry, type ZipFile } from 'yauzl'
import type { Note } from '@hearsay/engine'
import type { BadMember } from '../found.js'
import { MAX_MEMBER_BYTES } from '../sandbox/limits.js'
import { Refusal } from '../sandbox/refusal.js'
import type { Beat } from '../sandbox/beat.js'
import { readWarc, type WarcAnswer } from '../warc/read-warc.js'
import { signatureNotes, type PackageDigest } from './signature.js'

export interface WaczInput {
  path: string
  /** An empty folder of our own. */
  scratch: string
}

/** Archives are packed already: a ZIP packs them little. */
const BOMB_BYTES = 100_000_000
const BOMB_RATIO = 100
const MOST_ENTRIES = 10_000

/**
 * The documents in a WACZ file (Web Archive Collection Zipped 1.1.1): those of each WARC in it, after its digest was
 * compared with what `datapackage.json` says. What does not fit is told and read all the same, with a note.
 */
export async function* readWacz(
  { path, scratch }: WaczInput,
  beat: Beat,
): AsyncGenerator<WarcAnswer> {
  const zip = await opened(path)
  try {
    const entries = await entriesOf(zip)
    const datapackage = await smallFile(zip, entries, 'datapackage.json')
    const digests = digestsIn(datapackage)
    const told = parsed<PackageDigest>(await smallFile(zip, entries, 'datapackage-digest.json'))
    const notes = signatureNotes(datapackage, told)
    for (const { code, message } of notes.filter(({ code }) => code === 'archive-signature-wrong'))
      yield {
        member: 'datapackage-digest.json',
        problem: { code, message: `is doubtful: ${message.replace(/\.$/, '')}` },
      }
    const archives = entries.filter(({ fileName }) => /^archive\/.*\.warc(\.gz)?$/i.test(fileName))
    if (archives.length === 0)
      throw new Refusal('wacz-empty', 'holds no WARC file: there is nothing to read')
    for (const entry of archives) yield* readArchive(zip, entry, { digests, notes, scratch, beat })
  } finally {
    zip.close()
  }
}

interface Setting {
  digests: Map<string, string>
  /** What is to be said of each page: of the archive's signature. */
  notes: Note[]
  scratch: string
  beat: Beat
}

async function* readArchive(
  zip: ZipFile,
  entry: Entry,
  setting: Setting,
): AsyncGenerator<WarcAnswer> {
  const { digests, notes, scratch, beat } = setting
  const path = join(scratch, 'archive.warc')
  try {
    const digest = await unzip(zip, entry, path, beat)
    const due = digests.get(entry.fileName)
    const fits = due === undefined || due === digest
    if (!fits) yield mismatch(entry.fileName, due)
    for await (const answer of readWarc({ path }, beat)) {
      if ('problem' in answer) yield answer
      else yield { ...answer, notes: [...answer.notes, ...(fits ? [] : [DOUBT]), ...notes] }
    }
  } catch (error) {
    yield badMember(entry.fileName, error)
  } finally {
    await rm(path, { force: true })
  }
}

const DOUBT = {
  code: 'archive-digest-mismatch',
  message: 'The archive that the page is from is not what the datapackage says.',
}

function mismatch(member: string, due: string): BadMember {
  const message = `is not what datapackage.json says, ${due}`
  return { member, problem: { code: 'digest-mismatch', message } }
}

function badMember(member: string, error: unknown): BadMember {
  const code = error instanceof Refusal ? error.code : 'wacz-entry-unreadable'
  return {
    member,
    problem: { code, message: `cannot be read: ${(error as Error).message}`.slice(0, 300) },
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (zip) resolve(zip)
      else
        reject(
          new Refusal(
            'wacz-unreadable',
            `is no ZIP archive that can be opened (${error?.message}). Fetch it anew`,
          ),
        )
    })
  })
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new Refusal(
      'wacz-too-many-entries',
      `holds ${zip.entryCount} files, more than the ${MOST_ENTRIES} that are read`,
    )
  }
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: Error) => {
      reject(
        new Refusal(
          'wacz-unreadable',
          `has a damaged table of contents (${error.message}). Fetch it anew`,
        ),
      )
    })
    zip.readEntry()
  })
}

/** A file of the archive's own, such as its table of contents; empty when it is not there or cannot be read. */
async function smallFile(zip: ZipFile, entries: Entry[], name: string): Promise<Uint8Array> {
  const found = entries.find(({ fileName }) => fileName === name)
  if (!found || found.uncompressedSize > MAX_MEMBER_BYTES) return new Uint8Array()
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of await contentOf(zip, found)) chunks.push(chunk as Uint8Array)
  } catch {
    return new Uint8Array()
  }
  return Buffer.concat(chunks)
}

/** What is JSON and an object, else null. */
function parsed<T extends object>(bytes: Uint8Array): T | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return typeof value === 'object' ? (value as T | null) : null
  } catch {
    return null
  }
}

/** SHA-256 in hex by name, as `datapackage.json` tells them; of what it does not tell, nothing. */
function digestsIn(datapackage: Uint8Array): Map<string, string> {
  const { resources } = parsed<Datapackage>(datapackage) ?? {}
  if (!Array.isArray(resources)) return new Map()
  const pairs = resources.flatMap((resource) => {
    const { path, hash } = resource ?? {}
    const hex = /^sha-?256:([0-9a-f]{64})$/i.exec(String(hash))?.[1]
    return path && hex ? [[path, hex.toLowerCase()] as const] : []
  })
  return new Map(pairs)
}

interface Datapackage {
  resources?: ({ path?: string; hash?: string } | null)[]
}

/** Writes an entry to `path`; answers with its SHA-256. */
async function unzip(zip: ZipFile, entry: Entry, path: string, beat: Beat): Promise<string> {
  const { compressedSize, uncompressedSize } = entry
  if (uncompressedSize > BOMB_BYTES && uncompressedSize > BOMB_RATIO * compressedSize) {
    throw new Refusal(
      'zip-bomb',
      `it unpacks to more than ${BOMB_RATIO} times its size, as no archive does`,
    )
  }
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      beat()
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(await contentOf(zip, entry), tap, createWriteStream(path))
  return hash.digest('hex')
}

function contentOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(error)))
  })
}
