import type { ActorWords, Gender } from '../lexicon/index.js'
import type { Cluster, SharedName, Speech } from './cluster.js'
import type { Mention } from './mention.js'
import { sameBody, samePerson } from './names.js'

/** What is left of an actor's salience a sentence later. */
const FADE = 0.55
/** Sentences back in which an antecedent is looked for. */
export const REACH = { person: 5, thing: 2, plural: 3, noun: 40 }

/** Longer words are alike when they begin alike: "Russian", "Russia". */
export const STEM = 4
export const stemOf = (word: string) => word.slice(0, STEM + 1)

export const salienceAt = (cluster: Cluster, sentence: number) =>
  cluster.salience * FADE ** Math.max(0, sentence - cluster.sentence)

const agree = (a: Gender | null, b: Gender | null) => a === null || b === null || a === b

/** Whom a name speaks of; `shared` gets the names that fit several people. */
export function byName(
  clusters: Iterable<Cluster>,
  mention: Mention,
  body: string | null,
  shared: SharedName[],
): Cluster | null {
  const same =
    mention.sort === 'person'
      ? samePerson
      : mention.sort === 'group'
        ? (a: readonly string[], b: readonly string[]) => sameBody(a, b, true)
        : sameBody
  let best: Cluster | null = null
  const fitting: Cluster[] = []
  for (const cluster of clusters) {
    if (!agree(cluster.gender, mention.gender)) continue
    const fits =
      (body !== null && cluster.bodies.has(body)) ||
      cluster.names.some((name) =>
        (mention.sort === 'person') === (cluster.sort === 'person')
          ? same(mention.name, name)
          : name.join(' ') === mention.name.join(' '),
      )
    if (!fits) continue
    // A full name already known beats one that merely fits.
    const conflict =
      mention.sort === 'person' &&
      cluster.names.some(
        (name) => name.length > 1 && mention.name.length > 1 && !samePerson(name, mention.name),
      )
    if (conflict) continue
    fitting.push(cluster)
    if (!best || cluster.sentence >= best.sentence) best = cluster
  }
  const full = fitting.filter(({ names }) => names.some((name) => name.length > 1))
  if (best && mention.sort === 'person' && mention.name.length === 1 && full.length > 1) {
    const chosen = best
    shared.push({ mention, chosen, others: full.filter((cluster) => cluster !== chosen) })
  }
  return best
}

/** A definite description joins who was last described so, or whose role it names; "two of the officials" begins anew. */
export function byDescription(
  clusters: Iterable<Cluster>,
  mention: Mention,
  words: ActorWords,
): Cluster | null {
  if (mention.sort === 'thing' || !mention.definite) return null
  const head = mention.name[0] ?? ''
  const roles = words.rolesIn(mention.phrase)
  const own = [...mention.words].filter((word) => word !== head && says(word, words))
  const owned = [...mention.words].some((word) => words.pronoun(word))
  let best: Cluster | null = null
  let most = 0
  for (const cluster of clusters) {
    if (cluster.sort === 'thing' || (mention.sort === 'person') !== (cluster.sort === 'person'))
      continue
    if (mention.sentence - cluster.sentence > REACH.noun || !agree(cluster.gender, mention.gender))
      continue
    if (cluster.plural !== mention.plural && mention.sort === 'person') continue
    const sameHead = cluster.heads.has(head) || cluster.words.has(head)
    const shared = own.filter((word) => holds(cluster, word)).length
    const kin = [...roles].some((role) => cluster.roles.has(role))
    let score = 0
    if (sameHead && shared === own.length) score = 4
    else if (sameHead && shared > 0) score = 2.5
    else if (kin && shared > 0) score = 2.2
    else if (kin && mention.sentence - cluster.sentence <= (own.length ? 2 : 3)) score = 1.5
    else if (
      own.length === 0 &&
      mention.sort === 'group' &&
      cluster.sort === 'group' &&
      words.isGeneric(head) &&
      !owned &&
      mention.sentence - cluster.sentence <= 1 &&
      cluster.names.length > 0 &&
      cluster.heads.size === 0
    )
      score = 1
    if (owned && score < 4) score = 0
    if (score === 0) continue
    score += Math.min(0.9, 0.2 * salienceAt(cluster, mention.sentence))
    if (score > most) [best, most] = [cluster, score]
  }
  return best
}

/** Does a word tell one actor from another? */
const says = (word: string, words: ActorWords) =>
  /\p{L}{3}/u.test(word) && !words.isDefinite(word) && !words.pronoun(word) && !words.isRank(word)

/** The word, or one that begins like it. */
const holds = (cluster: Cluster, word: string) =>
  cluster.words.has(word) || (word.length > STEM && cluster.stems.has(stemOf(word)))

/** A name that first appears may belong to who was only described so far: "the army chief …", "General Ana Ruiz …". */
export function byRole(
  clusters: Iterable<Cluster>,
  mention: Mention,
  words: ActorWords,
): Cluster | null {
  if (mention.sort !== 'person') return null
  const roles = words.rolesIn(mention.phrase)
  if (roles.size === 0) return null
  const own = mention.phrase
    .split(' ')
    .filter((word) => says(word, words) && !mention.name.includes(word))
  return (
    [...clusters].findLast(
      (cluster) =>
        cluster.names.length === 0 &&
        cluster.sort === 'person' &&
        !cluster.plural &&
        mention.sentence - cluster.sentence <= 3 &&
        agree(cluster.gender, mention.gender) &&
        cluster.described &&
        [...roles].some((role) => cluster.roles.has(role)) &&
        own.some((word) => holds(cluster, word)),
    ) ?? null
  )
}

export function byPronoun(
  clusters: Iterable<Cluster>,
  mention: Mention,
  speech: Speech,
): Cluster | null {
  const sort = mention.pronoun
  let best: Cluster | null = null
  let most = 0
  for (const cluster of clusters) {
    const far = mention.sentence - cluster.sentence
    const last = cluster.mentions.at(-1) as Mention
    if (last.range[0] <= mention.head && mention.head < last.range[1] && last.head >= mention.head)
      continue
    if (sort === 'male' || sort === 'female') {
      if (
        far > REACH.person ||
        cluster.sort !== 'person' ||
        cluster.plural ||
        !agree(cluster.gender, sort)
      )
        continue
    } else if (sort === 'thing') {
      if (
        far > REACH.thing ||
        (cluster.sort !== 'group' && cluster.sort !== 'place') ||
        cluster.plural
      )
        continue
    } else if (sort === 'plural') {
      if (
        far > REACH.plural ||
        (cluster.sort === 'person' && !cluster.plural) ||
        cluster.sort === 'thing' ||
        cluster.sort === 'place'
      )
        continue
    } else continue
    const guess = cluster.gender ?? cluster.likely
    const known =
      (sort !== 'male' && sort !== 'female') || guess === null ? 1 : guess === sort ? 1.3 : 0.3
    const speaks = speech.isSource(mention) && cluster.spoke >= mention.sentence - 2 ? 1.5 : 1
    const several = sort === 'plural' && !cluster.plural ? 0.7 : 1
    const score = salienceAt(cluster, mention.sentence) * known * speaks * several
    if (score > most) [best, most] = [cluster, score]
  }
  return best
}
