import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'
import { syncFolderNow } from './sync-folder.js'

/** The places in a store's folder. */
export interface Home {
  folder: string
  database: string
  blobs: string
  /** Where files are written before they get their names. */
  staging: string
  /** Whether what is there can only be looked at: a disk or a folder that cannot be written. */
  readOnly: boolean
}

const OWNER_ALONE = 0o700

/**
 * Makes the folder and what it needs; only its owner may read it. One that cannot be written is left as it is.
 * @throws HearsayError `store-unwritable`.
 */
export function prepareHome(folder: string): Home {
  const home: Home = {
    folder,
    database: join(folder, 'hearsay.db'),
    blobs: join(folder, 'blobs'),
    staging: join(folder, 'staging'),
    readOnly: false,
  }
  if (isReadOnly(home)) return { ...home, readOnly: true }
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ALONE })
    closeToOthers(folder)
    for (const each of [home.blobs, home.staging])
      mkdirSync(each, { recursive: true, mode: OWNER_ALONE })
    makeDatabase(home.database)
    syncFolderNow(folder)
  } catch (cause) {
    throw unwritable(folder, cause)
  }
  return home
}

function isReadOnly({ folder, database }: Home): boolean {
  if (!existsSync(database)) return false
  try {
    for (const path of [folder, database]) accessSync(path, constants.W_OK)
    return false
  } catch {
    return true
  }
}

/**
 * SQLite gives its other files the mode of this one. A file that is there is not even opened: closing it would let go of
 * every lock that this process has on it.
 */
function makeDatabase(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** A folder that holds other things too is left as open as its owner made it. */
function closeToOthers(folder: string): void {
  const names = readdirSync(folder)
  const ours = names.length === 0 || names.includes('hearsay.db') || names.includes('staging')
  if (ours && (statSync(folder).mode & 0o077) !== 0) chmodSync(folder, OWNER_ALONE)
}

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** Why nothing can be kept in `folder`. */
export function unwritable(folder: string, cause: unknown): HearsayError {
  const { code, message } = cause as NodeJS.ErrnoException
  if (FULL.has(code ?? '')) return full(folder, cause)
  return new HearsayError(
    'store-unwritable',
    `Nothing can be kept in ${folder}: ${message}. Set HEARSAY_HOME to a folder that you may write.`,
    { cause },
  )
}

export function readOnly(folder: string): HearsayError {
  return new HearsayError(
    'store-read-only',
    `${folder} cannot be written: what is in it can be looked at, and not changed. Copy it to where you may write, and set HEARSAY_HOME to the copy.`,
  )
}

export function full(folder: string, cause: unknown): HearsayError {
  return new HearsayError(
    'store-full',
    `There is no room left for ${folder}. Make room and run the same command again: what was added is kept.`,
    { cause },
  )
}
