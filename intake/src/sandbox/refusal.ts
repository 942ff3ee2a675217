/** Why a task cannot go on. The message is a predicate, "is encrypted": the parent puts the document's name before it. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
