import type { ActorRef } from '../corrections/index.js'
import { clusterOf, lonely, slug, type Cluster } from './cluster.js'
import type { Decision } from './identity.js'

export const keyOf = ({ article, actor }: Pick<ActorRef, 'article' | 'actor'>) =>
  `${article} ${actor}`

/** Does as people have said, later words over earlier ones; whom they speak of and who is not here is left out. */
export function decide(clusters: readonly Cluster[], decisions: readonly Decision[]): Cluster[] {
  const all = new Set(clusters)
  const holders = new Map<string, Cluster>()
  const hold = (cluster: Cluster) => {
    for (const member of cluster.members) holders.set(keyOf(member), cluster)
  }
  all.forEach(hold)
  const holding = (refs: readonly ActorRef[]) => [
    ...new Set(refs.flatMap((ref) => holders.get(keyOf(ref)) ?? [])),
  ]
  for (const decision of decisions) {
    if (decision.kind === 'merge') {
      const [first, ...others] = holding(decision.actors)
      if (!first) continue
      for (const other of others) {
        unite(first, other)
        all.delete(other)
      }
      hold(first)
      continue
    }
    const leaving = new Set(decision.to.map(keyOf))
    for (const cluster of holding(decision.from)) {
      const gone = cluster.members.filter((member) => leaving.has(keyOf(member)))
      if (gone.length === 0) tellApart(cluster, holding(decision.to))
      if (gone.length === 0 || gone.length === cluster.members.length) continue
      const own = apart(cluster, gone)
      all.add(own)
      hold(own)
    }
  }
  return [...all]
}

function unite(into: Cluster, other: Cluster): void {
  into.members.push(...other.members)
  for (const [third, why] of other.doubts) {
    third.doubts.delete(other)
    if (third === into) continue
    into.doubts.set(third, why)
    third.doubts.set(into, why)
  }
}

/** They were never one: that they may be is doubted no more. */
function tellApart(cluster: Cluster, others: readonly Cluster[]): void {
  for (const other of others) {
    cluster.doubts.delete(other)
    other.doubts.delete(cluster)
  }
}

/** What a person has told apart raises no doubt any more. */
function apart(cluster: Cluster, gone: Cluster['members']): Cluster {
  const left = cluster.members.filter((member) => !gone.includes(member))
  cluster.members.splice(0, cluster.members.length, ...left)
  const [first] = gone as [Cluster['members'][number]]
  return clusterOf(gone, `${first.kind}:${slug(first.name)}@${lonely(first)}`)
}
