import type { ToldError } from '@hearsay/contract'
import { HearsayError } from '@hearsay/engine'

/** Where faults go that nobody else is told. */
export type Log = (error: unknown) => void

const INTERNAL: ToldError = {
  code: 'internal',
  message:
    'This is a fault of hearsay; what went wrong stands where "hearsay serve" runs. Report it.',
}

/** What may be told of an error; one that we do not know is logged instead, and nothing of its insides leaves. */
export function toldError(error: unknown, log: Log): ToldError {
  if (error instanceof HearsayError) return { code: error.code, message: error.message }
  log(error)
  return INTERNAL
}
