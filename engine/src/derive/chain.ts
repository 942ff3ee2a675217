/** What a statement adds to the way of the words: who relays it, who spoke first in it, and which outlet was told. */
export interface Link<Key> {
  parent: Key | null
  /** Actor ids. */
  actor: string | null
  told: string | null
}

/**
 * The way of the words to the reader, in actor ids: who spoke first and the outlet told, then the same of each relayer;
 * the outlet itself, `a0`, last. An agentless link adds nobody; parents in a circle are followed once.
 */
export function chainOf<Key>(start: Key, linkOf: (key: Key) => Link<Key> | undefined): string[] {
  const chain = new Set<string>()
  const passed = new Set<Key>()
  for (let key: Key | null = start; key !== null && !passed.has(key);) {
    passed.add(key)
    const link = linkOf(key)
    for (const id of [link?.actor, link?.told]) if (id != null && id !== 'a0') chain.add(id)
    key = link?.parent ?? null
  }
  return [...chain, 'a0']
}
