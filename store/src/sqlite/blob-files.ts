import {
  closeSync,
  existsSync,
  fsync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { sha256 } from '../hash.js'
import { unwritable, type Home } from '../home.js'
import type { Bytes, Staged } from '../sql/write/bytes.js'
import type { Connection } from '../sql/database.js'
import { isAbandoned, OURS } from './passing-names.js'
import { syncFolder, syncFolderNow } from '../sync-folder.js'

const DAY_MS = 86_400_000
/** What file systems without second names say. */
const UNLINKABLE = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Original bytes in files beside the database: `blobs/ab/cdef…`. */
export class BlobFiles implements Bytes {
  private staged = 0

  constructor(private readonly home: Home) {}

  place(hash: string): string {
    return join(this.home.blobs, hash.slice(0, 2), hash.slice(2))
  }

  async forgotten(connection: Connection): Promise<string[]> {
    const stones = await connection.rows<{ hash: string }>('select hash from tombstones')
    return stones.flatMap(({ hash }) => (existsSync(this.place(hash)) ? [hash] : []))
  }

  async read(_: Connection, hash: string): Promise<Uint8Array | null> {
    return existsSync(this.place(hash)) ? readFileSync(this.place(hash)) : null
  }

  async remove(_: Connection, hash: string): Promise<void> {
    this.writing(() => {
      rmSync(this.place(hash), { force: true })
      if (existsSync(dirname(this.place(hash)))) syncFolderNow(dirname(this.place(hash)))
    })
  }

  /** Writes the bytes under a passing name; they go to the disk while the rows are made. */
  async stage(bytes: Uint8Array): Promise<Staged> {
    const { path, file } = this.writing(() => this.write(bytes))
    const syncs = [looked(syncFile(file))]
    return {
      place: async (connection, hash) => {
        if (!(await this.isKept(connection, hash)))
          this.writing(() => void syncs.push(...this.name(path, hash)))
      },
      settled: async () => {
        await Promise.all(syncs).catch((cause: unknown) => this.writing(() => raise(cause)))
      },
      discard: async () => {
        await Promise.allSettled(syncs)
        rmSync(path, { force: true })
      },
      undo: async (connection) => {
        await Promise.allSettled(syncs)
        await this.undo(connection, path)
      },
    }
  }

  leftovers(now: Date): boolean {
    return this.left(now).length > 0
  }

  async sweep(connection: Connection, now: Date): Promise<void> {
    for (const path of this.left(now)) await this.undo(connection, path)
  }

  async strays(connection: Connection): Promise<string[]> {
    const strays: string[] = []
    for (const { path, hash } of this.named()) {
      // Those that are about to be recorded have a passing name too.
      if ((statSync(path, { throwIfNoEntry: false })?.nlink ?? 2) > 1) continue
      if (!(await this.isRecorded(connection, hash))) strays.push(hash)
    }
    return strays
  }

  /** Passing files of processes that are no more; of other machines' processes, those a day old. */
  private left(now: Date): string[] {
    return readdirSync(this.home.staging).flatMap((name) => {
      const path = join(this.home.staging, name)
      const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
      return isAbandoned(name) || now.getTime() - written > DAY_MS ? [path] : []
    })
  }

  /** Takes away a passing file, and the name that its bytes were given where that was not recorded. */
  private async undo(connection: Connection, path: string): Promise<void> {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return
    if (found.nlink > 1) {
      const hash = sha256(readFileSync(path))
      if (!(await this.isRecorded(connection, hash))) await this.remove(connection, hash)
    }
    this.writing(() => rmSync(path, { force: true }))
  }

  /** All files under lasting names. */
  private *named(): Generator<{ path: string; hash: string }> {
    for (const folder of readdirSync(this.home.blobs))
      for (const name of namesIn(join(this.home.blobs, folder)))
        yield { path: join(this.home.blobs, folder, name), hash: folder + name }
  }

  private write(bytes: Uint8Array): { file: number; path: string } {
    const staged = this.openStaged()
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(staged.file, bytes, at)
    } catch (error) {
      closeSync(staged.file)
      rmSync(staged.path, { force: true })
      throw error
    }
    return staged
  }

  /** Bytes that were acknowledged are not put at risk by others; what a killed process left is no such thing. */
  private async isKept(connection: Connection, hash: string): Promise<boolean> {
    return (await this.isRecorded(connection, hash)) && existsSync(this.place(hash))
  }

  private async isRecorded(connection: Connection, hash: string): Promise<boolean> {
    return (await connection.row('select 1 from blobs where hash = ?', hash)) !== undefined
  }

  /** Answers with what has yet to get to the disk. */
  private name(staged: string, hash: string): Promise<void>[] {
    const path = this.place(hash)
    const folder = dirname(path)
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
    // What is there and not recorded may not be whole.
    rmSync(path, { force: true })
    nameToo(staged, path)
    return [folder, ...(made ? [this.home.blobs] : [])].map((each) => looked(syncFolder(each)))
  }

  /** A file of our own. */
  private openStaged(): { file: number; path: string } {
    for (;;) {
      const path = join(this.home.staging, `${OURS}${this.staged++}`)
      try {
        return { file: openSync(path, 'wx', 0o600), path }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
    }
  }

  private writing<T>(work: () => T): T {
    try {
      return work()
    } catch (cause) {
      throw unwritable(this.home.folder, cause)
    }
  }
}

/** Of what is a folder. */
function namesIn(folder: string): string[] {
  return statSync(folder).isDirectory() ? readdirSync(folder) : []
}

/**
 * Gives a file a second name; the first tells whoever comes after a kill that nobody recorded the second. A file system
 * that knows no second names moves it.
 */
function nameToo(path: string, name: string): void {
  try {
    linkSync(path, name)
  } catch (error) {
    if (!UNLINKABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    renameSync(path, name)
  }
}

const sync = promisify(fsync)

/** Puts a file on the disk and closes it. */
async function syncFile(file: number): Promise<void> {
  try {
    await sync(file)
  } finally {
    closeSync(file)
  }
}

/** A failure is told when the promise is awaited, however late. */
function looked(work: Promise<void>): Promise<void> {
  work.catch(() => {})
  return work
}

function raise(error: unknown): never {
  throw error
}
