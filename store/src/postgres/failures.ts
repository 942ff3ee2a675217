import { HearsayError } from '@hearsay/engine'
import { DatabaseAway } from './away.js'

/** How long another process may hold the database, in seconds. */
export const PATIENCE_S = 30
/** How long one statement may take, in seconds. */
export const STATEMENT_S = 600

interface Failure extends Error {
  /** SQLSTATE of PostgreSQL, or what Node says of a connection. */
  code?: string
}

/** What each kind of failure means: its code begins so. */
const MEANINGS: readonly [codes: RegExp, code: string, sentence: (name: string) => string][] = [
  [
    /^(55P03|40)/,
    'store-busy',
    (name) =>
      `Another process has been writing to ${name} for ${PATIENCE_S} s. Wait until it is done.`,
  ],
  [
    /^57014$/,
    'store-slow',
    (name) =>
      `${name} was told to stop, or did not answer within ${STATEMENT_S} s. Ask for less, or again when it has less to do.`,
  ],
  [
    /^53100$/,
    'store-full',
    (name) =>
      `There is no room left for ${name}. Make room and run the same command again: what was added is kept.`,
  ],
  [
    /^(XX00[12]|58)/,
    'store-damaged',
    (name) =>
      `${name} is damaged. Restore the database from a backup; "hearsay verify" says what else is wrong.`,
  ],
  [
    /^(28|3D000|42501|25006)/,
    'store-unwritable',
    (name) =>
      `Nothing can be kept in ${name}. Check its user, password and database, and that this user may create tables there.`,
  ],
]

/** The way to it is lost, it is going down or coming up, it has no room for one more, or it would not wait for us. */
const AWAY = /^(08|53|57P|25P03|E[A-Z]+$)/
const LOST =
  /^(Connection terminated|timeout exceeded|timeout expired|Query read timeout|Client (has encountered|was closed|network socket))/

/** An error of PostgreSQL or of the way to it, in our words. */
export function told(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HearsayError) return error
  // Of several addresses tried, the first speaks for all.
  const [cause = error] = ((error as AggregateError).errors ?? []) as Failure[]
  const { code = '', message } = cause as Failure
  const found = MEANINGS.find(([codes]) => codes.test(code))
  if (found) {
    const [, kind, sentence] = found
    return new HearsayError(kind, `${sentence(name)} (${message})`, { cause: error })
  }
  if (!AWAY.test(code) && !LOST.test(message)) return error
  const sentence = `${name} does not answer (${message}). Check the address and that PostgreSQL runs there; what was added is kept.`
  return new DatabaseAway(sentence, { cause: error })
}
