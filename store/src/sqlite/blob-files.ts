import {
  closeSync,
  existsSync,
  fsync,
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
import { unwritable, type Home } from '../home.js'
import type { Bytes, Staged } from '../sql/bytes.js'
import type { Connection } from '../sql/database.js'
import { syncFolder, syncFolderNow } from '../sync-folder.js'

const DAY_MS = 86_400_000

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
    }
  }

  /** Takes away what processes that were killed left behind, at least a day ago. */
  sweep(now: Date): void {
    for (const name of readdirSync(this.home.staging)) {
      const path = join(this.home.staging, name)
      const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
      if (now.getTime() - written > DAY_MS) rmSync(path, { force: true })
    }
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
    const row = await connection.row('select 1 from blobs where hash = ?', hash)
    return row !== undefined && existsSync(this.place(hash))
  }

  /** Answers with what has yet to get to the disk. */
  private name(staged: string, hash: string): Promise<void>[] {
    const path = this.place(hash)
    const folder = dirname(path)
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
    renameSync(staged, path)
    return [folder, ...(made ? [this.home.blobs] : [])].map((each) => looked(syncFolder(each)))
  }

  /** A file of our own, although another machine may write to the same folder under the same process id. */
  private openStaged(): { file: number; path: string } {
    for (;;) {
      const path = join(this.home.staging, `${process.pid}-${this.staged++}`)
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
