import { closeSync, fsync, fsyncSync, openSync } from 'node:fs'
import { promisify } from 'node:util'

// Windows has no such thing: its file system sees to it.
const NEEDED = process.platform !== 'win32'

/** Puts the names in a folder on the disk. */
export function syncFolderNow(folder: string): void {
  if (!NEEDED) return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** The same, while other things are done. */
export async function syncFolder(folder: string): Promise<void> {
  if (!NEEDED) return
  const opened = openSync(folder, 'r')
  try {
    await promisify(fsync)(opened)
  } finally {
    closeSync(opened)
  }
}
