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
import { unwritable, type Home } from './home.js'
import { syncFolder } from './sync-folder.js'

const DAY_MS = 86_400_000

/**
 * Original bytes, each once, by their SHA-256: `blobs/ab/cdef…`. Files get and lose their names only while the caller
 * holds the database's write lock, so that no process removes what another is about to record.
 */
export class Blobs {
  private staged = 0

  constructor(private readonly home: Home) {}

  path(hash: string): string {
    return join(this.home.blobs, hash.slice(0, 2), hash.slice(2))
  }

  has(hash: string): boolean {
    return existsSync(this.path(hash))
  }

  read(hash: string): Uint8Array {
    return readFileSync(this.path(hash))
  }

  /** Writes the bytes to the disk under a passing name, and answers with it. */
  stage(bytes: Uint8Array): string {
    return this.writing(() => {
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
    })
  }

  /** Gives staged bytes their lasting name. The name is on the disk when this returns. */
  place(staged: string, hash: string): void {
    this.writing(() => {
      const path = this.path(hash)
      const folder = dirname(path)
      const made = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
      renameSync(staged, path)
      syncFolder(folder)
      if (made) syncFolder(this.home.blobs)
    })
  }

  /** Takes away staged bytes that were not needed. */
  discard(staged: string): void {
    rmSync(staged, { force: true })
  }

  remove(hash: string): void {
    this.writing(() => {
      rmSync(this.path(hash), { force: true })
      if (existsSync(dirname(this.path(hash)))) syncFolder(dirname(this.path(hash)))
    })
  }

  /** Takes away what processes that were killed left behind, at least a day ago. */
  sweep(now: Date): void {
    for (const name of readdirSync(this.home.staging)) {
      const path = join(this.home.staging, name)
      const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
      if (now.getTime() - written > DAY_MS) rmSync(path, { force: true })
    }
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
