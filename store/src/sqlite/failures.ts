import { HearsayError } from '@hearsay/engine'
import { unwritable, type Home } from '../home.js'
import { PATIENCE_MS } from './patience.js'

/** The SQLite code at the root of an error, without what it says more precisely: `SQLITE_BUSY`. */
export function codeOf(error: unknown): string {
  const { cause, code = '' } = error as { cause?: { code?: string }; code?: string }
  return /^SQLITE_[A-Z]+/.exec(cause?.code ?? code)?.[0] ?? ''
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
    case 'SQLITE_BUSY':
      return new HearsayError(
        'store-busy',
        `Another process has been writing to ${home.folder} for ${PATIENCE_MS / 1000} s. Wait until it is done.`,
        { cause },
      )
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new HearsayError(
        'store-damaged',
        `${home.database} is damaged: ${cause.message}. Put a copy of the whole folder in its place; "hearsay verify" says what else is wrong.`,
        { cause },
      )
    case 'SQLITE_FULL':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_IOERR':
      return unwritable(home.folder, cause)
    default:
      return cause.message.startsWith('ConnectionFailed') ? unwritable(home.folder, cause) : cause
  }
}
