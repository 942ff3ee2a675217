import type { ArticleActor } from './identity.js'

/** Actors of several articles that are taken for one. */
export interface Cluster {
  readonly members: ArticleActor[]
  /** Its id, unless that is another's too. */
  id: string
  /** A longer id for then. */
  longer: string
  /** Clusters that may be the same, and why that is not sure. */
  readonly doubts: Map<Cluster, string>
}

export function clusterOf(members: ArticleActor[], id: string, longer = id): Cluster {
  return { members, id, longer, doubts: new Map() }
}

/** Says of both that they may be one. */
export function doubt(a: Cluster, b: Cluster, why: string): void {
  a.doubts.set(b, why)
  b.doubts.set(a, why)
}

/** An id is to be read, and to be looked up. */
const LONGEST = 80

/** `Ana Ruiz-Lind` as a part of an id: `ana-ruiz_lind`. */
export function slug(name: string): string {
  const words = foldName(name).split(/\s+/u)
  const parts = words.map((word) => word.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/gu, ''))
  const whole = parts.filter((part) => part !== '').join('-')
  return [...whole].slice(0, LONGEST).join('') || 'nameless'
}

/** Lower case, without marks over letters, apostrophes made plain. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/gu, "'")
}

/** The part of an id that belongs to one actor of one article. */
export function lonely({ article, actor }: Pick<ArticleActor, 'article' | 'actor'>): string {
  return `${article.replace(/^sha256:/u, '').slice(0, 12)}.${actor}`
}

/** Items by what `keysOf` says of them, in the order of their first. */
export function grouped<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
