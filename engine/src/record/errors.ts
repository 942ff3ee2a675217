/**
 * Input that cannot be used. `code` is stable and meant for programs; the message says what was wrong, where,
 * and what to do.
 */
export class HearsayError extends Error {
  override readonly name = 'HearsayError'
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
