import { HearsayError } from '@hearsay/engine'
import { full, unwritable, type Home } from '../home.js'
import { PATIENCE_MS } from './patience.js'

/** SQLite's result codes that are told in words of our own (sqlite.org/rescode.html). */
export const SQLITE = {
  BUSY: 5,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  NOTADB: 26,
} as const

/** What all processes share of the log cannot grow: that disk is full, too. */
const IOERR_SHMSIZE = 4874

/** What SQLite says where the library hands on no code. */
const SENTENCES: readonly [sentence: RegExp, code: number][] = [
  [/^database is locked/, SQLITE.BUSY],
  [/^attempt to write a readonly/, SQLITE.READONLY],
  [/^disk I\/O error/, SQLITE.IOERR],
  [/^database disk image is malformed|corrupt/, SQLITE.CORRUPT],
  [/^database or disk is full/, SQLITE.FULL],
  [/^unable to open database/, SQLITE.CANTOPEN],
  [/^file is not a database/, SQLITE.NOTADB],
]

interface Failure {
  message?: string
  errcode?: number
  sqliteExtendedCode?: number
}

/** The result code of an error, without what the extended one says more precisely; 0 of one that is not SQLite's. */
export function codeOf(error: unknown): number {
  const { message = '', errcode, sqliteExtendedCode } = error as Failure
  const code = sqliteExtendedCode ?? errcode
  if (code === IOERR_SHMSIZE) return SQLITE.FULL
  return (code ?? SENTENCES.find(([sentence]) => sentence.test(message))?.[1] ?? 0) & 0xff
}

/** Does `work`; what it throws is told in our words. */
export function telling<T>(home: Home, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof HearsayError ? error : told(home, error as Error)
  }
}

function told(home: Home, cause: Error): Error {
  switch (codeOf(cause)) {
    case SQLITE.BUSY:
      return new HearsayError(
        'store-busy',
        `Another process has been writing to ${home.folder} for ${PATIENCE_MS / 1000} s. Wait until it is done.`,
        { cause },
      )
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return new HearsayError(
        'store-damaged',
        `${home.database} is damaged: ${cause.message}. Put a copy of the whole folder in its place; "hearsay verify" says what else is wrong.`,
        { cause },
      )
    case SQLITE.FULL:
      return full(home.folder, cause)
    case SQLITE.READONLY:
    case SQLITE.CANTOPEN:
    case SQLITE.IOERR:
      return unwritable(home.folder, cause)
    default:
      return cause
  }
}
