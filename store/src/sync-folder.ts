import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Puts the names in a folder on the disk. Windows has no such thing: its file system sees to it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
