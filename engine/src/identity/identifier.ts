import { loadActorWords, loadFields, loadLexicon } from '../lexicon/index.js'
import { bodyName, identifyBodies } from './bodies.js'
import { clusterOf, grouped, lonely, slug, type Cluster } from './cluster.js'
import { decide } from './decide.js'
import type { ArticleActor, Decision, Identity } from './identity.js'
import { identityOf } from './identity-of.js'
import { identifyPeople } from './people.js'
import { personName } from './person-name.js'

export interface Identifier {
  /**
   * Keys of what an actor may be the same as. Two actors that share no key, nor are linked by others that do, are never
   * one and raise no doubt. Empty for those without a name, who are nobody's.
   */
  blockKeys(actor: Pick<ArticleActor, 'name' | 'kind' | 'names'>): string[]
  /**
   * Who is who among these actors: all that share keys, directly or through others, or are named together in a
   * decision. The same actors and decisions give the same identities, in whatever order they come.
   */
  identify(actors: readonly ArticleActor[], decisions?: readonly Decision[]): Identity[]
}

/** Tells who is who across articles, as described in `people.ts` and `bodies.ts`. */
export function createIdentifier(): Identifier {
  const words = loadActorWords()
  const { isTitle } = loadLexicon()
  const people = { words, isTitle, fields: loadFields() }
  const surname = ({ name, kind, names }: Pick<ArticleActor, 'name' | 'kind' | 'names'>) =>
    kind === 'person' ? (personName(name, names, people)?.surname ?? null) : null
  const body = (actor: Pick<ArticleActor, 'name' | 'kind' | 'names'>) =>
    actor.kind === 'organization' || actor.kind === 'outlet' ? bodyName(actor, words) : null
  return {
    blockKeys(actor) {
      const person = surname(actor)
      if (person !== null) return [`person:${slug(person)}`]
      const named = body(actor)
      if (!named) return []
      const { core, short, letters, stem } = named
      return [...new Set([core, ...short, ...letters, stem])].map((key) => `body:${slug(key)}`)
    },
    identify(actors, decisions = []) {
      const ordered = [...actors].sort(byPlace)
      const bySurname = grouped(ordered, (actor) => [surname(actor)])
      const nameless = ordered.filter((actor) => surname(actor) === null && body(actor) === null)
      const clusters = [
        ...[...bySurname].flatMap(([name, block]) =>
          name === null ? [] : identifyPeople(block, people),
        ),
        ...identifyBodies(
          ordered.filter((actor) => body(actor) !== null),
          words,
        ),
        ...nameless.map(alone),
      ]
      const settled = decide(withIds(clusters), decisions)
      return settled
        .map((cluster) => identityOf(cluster, people))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    },
  }
}

const byPlace = (a: ArticleActor, b: ArticleActor) =>
  a.article < b.article
    ? -1
    : a.article > b.article
      ? 1
      : a.actor < b.actor
        ? -1
        : a.actor > b.actor
          ? 1
          : 0

/** A description is somebody of one article only. */
function alone(actor: ArticleActor): Cluster {
  const words = actor.name.split(/\s+/u).slice(0, 6).join(' ')
  return clusterOf([actor], `${actor.kind}:${slug(words)}@${lonely(actor)}`)
}

/** Ids that are several clusters' are made longer; those that still are get the place of their first member. */
function withIds(clusters: Cluster[]): Cluster[] {
  for (const widen of [
    (cluster: Cluster) => cluster.longer,
    (cluster: Cluster) => `${cluster.longer}@${lonely(cluster.members[0]!)}`,
  ]) {
    const shared = [...grouped(clusters, ({ id }) => [id]).values()].filter((of) => of.length > 1)
    for (const cluster of shared.flat()) cluster.id = widen(cluster)
  }
  return clusters
}
