import {
  closeSync,
  existsSync,
  fsyncSync,
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
import { unwritable, type Home } from '../home.js'
import type { Bytes, Staged } from '../sql/bytes.js'
import type { Connection } from '../sql/database.js'
import { syncFolder } from '../sync-folder.js'

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
      if (existsSync(dirname(this.place(hash)))) syncFolder(dirname(this.place(hash)))
    })
  }

  /** Writes the bytes to the disk under a passing name. */
  async stage(bytes: Uint8Array): Promise<Staged> {
    const path = this.writing(() => this.write(bytes))
    return {
      place: async (_, hash) => this.writing(() => this.name(path, hash)),
      discard: async () => rmSync(path, { force: true }),
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

  private write(bytes: Uint8Array): string {
    const { file, path } = this.openStaged()
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } catch (error) {
      rmSync(path, { force: true })
      throw error
    } finally {
      closeSync(file)
    }
    return path
  }

  /** The name is on the disk when this returns. */
  private name(staged: string, hash: string): void {
    const path = this.place(hash)
    const folder = dirname(path)
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
    renameSync(staged, path)
    syncFolder(folder)
    if (made) syncFolder(this.home.blobs)
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
