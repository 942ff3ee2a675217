import type { Actor, Ledger } from '../record/index.js'

interface Listed {
  readonly actor: Actor
  /** Its place in the ledger's list. */
  readonly place: number
}

const known = new WeakMap<readonly Actor[], ReadonlyMap<string, Listed>>()

/** The actors of a ledger by their ids, looked up once: a long article has thousands, and as many statements. */
export function actorsById({ actors }: Ledger): ReadonlyMap<string, Listed> {
  const listed = known.get(actors)
  if (listed?.size === actors.length) return listed
  const made = new Map(actors.map((actor, place) => [actor.id, { actor, place }]))
  known.set(actors, made)
  return made
}
