import { HearsayError } from '@hearsay/engine'

/** How long another process may hold the database, in seconds. */
export const PATIENCE_S = 30

interface Failure extends Error {
  /** SQLSTATE of PostgreSQL, or what Node says of a connection. */
  code?: string
}

/** What each kind of failure means: its code begins so. */
const MEANINGS: readonly [codes: RegExp, code: string, sentence: (name: string) => string][] = [
  [
    /^(55P03|57014)$/,
    'store-busy',
    (name) =>
      `Another process has been writing to ${name} for ${PATIENCE_S} s. Wait until it is done.`,
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
  [
    /^(08|53|57P|E[A-Z]+)/,
    'store-unreachable',
    (name) =>
      `${name} does not answer. Check the address and that PostgreSQL runs there, then run the same command again: what was added is kept.`,
  ],
]

/** An error of PostgreSQL or of the way to it, in our words. */
export function told(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HearsayError) return error
  // Of several addresses tried, the first speaks for all.
  const [cause = error] = ((error as AggregateError).errors ?? []) as Failure[]
  const { code = '', message } = cause as Failure
  const lost = /^(Connection terminated|timeout exceeded|Client has encountered)/.test(message)
  const found = MEANINGS.find(([codes]) => codes.test(lost ? '08' : code))
  if (!found) return error
  const [, kind, sentence] = found
  return new HearsayError(kind, `${sentence(name)} (${message})`, { cause: error })
}
