/** Why a request did not do what it should: what happened, and what the person can do about it. */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly status = 0,
  ) {
    super(message)
  }
}

const REMEDIES: Record<number, string> = {
  0: 'Is `hearsay serve` still running? Start it again, then try once more.',
  401: 'Run `hearsay open` in a terminal, then try once more.',
  403: 'Open the page at the very address that `hearsay serve` prints.',
  404: 'It may have been forgotten, or the address is incomplete.',
  409: 'Load the page again to see how it stands by now.',
  413: 'Bring it in with `hearsay add FILE`, which takes larger ones.',
  429: 'Wait a moment, then try again.',
  500: 'Try again. If it stays, `hearsay verify` checks the store.',
}

/** What can be done about an answer of `status`. Empty where the message of the server says it itself. */
export function remedyOf(status: number): string {
  return REMEDIES[status] ?? (status >= 500 ? (REMEDIES[500] ?? '') : '')
}

/** Whatever was thrown, as a failure that can be shown. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  if (thrown instanceof TypeError) {
    return new Failure('unreachable', 'The server does not answer.', remedyOf(0))
  }
  return new Failure('unexpected', thrown instanceof Error ? thrown.message : String(thrown), '')
}
