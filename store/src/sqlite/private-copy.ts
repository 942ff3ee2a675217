import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwritable, type Home } from '../home.js'
import { isAbandoned, OURS } from './passing-names.js'

const PREFIX = 'hearsay-copy-'

/**
 * The database of a home that cannot be written, once more in a folder of its own for temporary files: there it can be
 * completed with what follows from it. For this user alone, and gone when the process ends.
 */
export class PrivateCopy {
  readonly home: Home
  private readonly remove: () => void

  /** @throws HearsayError `store-full`, `store-unwritable`. */
  constructor(home: Home) {
    try {
      const folder = mkdtempSync(join(tmpdir(), PREFIX + OURS))
      this.remove = () => rmSync(folder, { recursive: true, force: true })
      process.once('exit', this.remove)
      this.home = { ...home, database: join(folder, 'hearsay.db'), readOnly: false }
    } catch (cause) {
      throw unwritable(tmpdir(), cause)
    }
    try {
      for (const end of ['', '-wal']) copy(home.database + end, this.home.database + end)
    } catch (cause) {
      this.close()
      throw unwritable(tmpdir(), cause)
    }
  }

  close(): void {
    process.off('exit', this.remove)
    this.remove()
  }
}

/** Removes the copies of processes that were killed; what cannot be removed stays for the next to try. */
export function sweepPrivateCopies(): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      const folder = join(tmpdir(), name)
      if (name.startsWith(PREFIX) && isAbandoned(name.slice(PREFIX.length)) && isOwn(folder))
        rmSync(folder, { recursive: true, force: true })
    }
  } catch {
    // It is swept beside other work, which is done all the same.
  }
}

/** Who owns a folder can lead whoever removes it elsewhere meanwhile. */
function isOwn(folder: string): boolean {
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)
}

function copy(from: string, to: string): void {
  if (!existsSync(from)) return
  copyFileSync(from, to)
  chmodSync(to, 0o600)
}
