import type { ActorWords, Gender } from '../lexicon/index.js'
import type { Tokens } from '../text/index.js'
import { byDescription, byName, byPronoun, byRole, REACH, salienceAt } from './antecedents.js'
import type { Mention } from './mention.js'
import { keysOf } from './names.js'
import { ties } from './ties.js'

/** Mentions of one actor, with what they say together. */
export interface Cluster {
  /** Its place among all, in text order. */
  readonly place: number
  readonly mentions: Mention[]
  sort: Mention['sort']
  plural: boolean
  gender: Gender | null
  likely: Gender | null
  readonly names: (readonly string[])[]
  /** Ids of states it is called by: "US" and "America" are one. */
  readonly bodies: Set<string>
  readonly heads: Set<string>
  readonly words: Set<string>
  readonly roles: Set<string>
  salience: number
  sentence: number
}

/** A name that fits several people of the article, and which of them it was taken for. */
export interface SharedName {
  readonly mention: Mention
  readonly chosen: Cluster
  readonly others: readonly Cluster[]
}

export interface Speech {
  /** The mention who speaks in the quotation that a word stands in, if any. */
  speakerAt(word: number): Mention | null
  /** Who spoke last before a word, as sources of statements. */
  isSource(mention: Mention): boolean
}

/** Sentences after which actors out of reach are put aside. */
const SWEEP = 10

/**
 * Groups mentions by whom they speak of, in text order, each joined to the likeliest actor before it. Precise ties first,
 * then names, descriptions and pronouns, as in the sieves of Lee et al. (2013); pronouns go to the most salient
 * actor that fits, salience fading by sentence (Lappin and Leass 1994).
 */
export function clusterMentions(
  tokens: Tokens,
  mentions: readonly Mention[],
  words: ActorWords,
  speech: Speech,
): { clusters: Cluster[]; shared: SharedName[] } {
  const clusters: Cluster[] = []
  const shared: SharedName[] = []
  const of = new Map<Mention, Cluster>()
  const tied = ties(tokens, mentions, words)
  const voices = new Map<string, Cluster>()
  // Where antecedents are looked for: names by their words, all else among whoever was spoken of lately.
  const named = new Map<string, Set<Cluster>>()
  const live = new Set<Cluster>()
  let swept = 0

  const bodyOf = (mention: Mention) =>
    mention.sort === 'person'
      ? null
      : words.bodyOf(mention.name.join(' '), mention.subject || speech.isSource(mention))

  const create = (mention: Mention) => {
    const cluster: Cluster = {
      place: clusters.length,
      mentions: [],
      sort: mention.sort,
      plural: mention.plural,
      gender: null,
      likely: null,
      names: [],
      bodies: new Set(),
      heads: new Set(),
      words: new Set(),
      roles: new Set(),
      salience: 0,
      sentence: 0,
    }
    clusters.push(cluster)
    return cluster
  }
  const join = (mention: Mention, cluster: Cluster) => {
    of.set(mention, cluster)
    cluster.mentions.push(mention)
    live.add(cluster)
    if (mention.form === 'name') {
      if (!cluster.names.some((name) => name.join(' ') === mention.name.join(' ')))
        cluster.names.push(mention.name)
      const body = bodyOf(mention)
      if (body) cluster.bodies.add(body)
      for (const key of [...keysOf(mention.name), ...(body ? [body] : [])])
        named.set(key, (named.get(key) ?? new Set()).add(cluster))
      if (cluster.sort !== 'person')
        cluster.sort = mention.sort === 'thing' ? cluster.sort : mention.sort
    } else if (mention.form === 'noun') cluster.heads.add(mention.name[0] ?? '')
    if (mention.form !== 'pronoun') {
      for (const word of mention.phrase.split(' ')) cluster.words.add(word)
      for (const role of words.rolesIn(mention.phrase)) cluster.roles.add(role)
    }
    cluster.likely ??= mention.likely
    cluster.gender ??=
      mention.gender ??
      (mention.pronoun === 'female' || mention.pronoun === 'male' ? mention.pronoun : null)
    const fresh =
      (mention.subject ? 1 : 0.6) +
      (mention.form === 'name' ? 0.2 : 0) +
      (speech.isSource(mention) ? 0.4 : 0)
    cluster.salience = salienceAt(cluster, mention.sentence) + fresh
    cluster.sentence = mention.sentence
  }

  const alike = (mention: Mention) => {
    const keys = [...keysOf(mention.name), bodyOf(mention) ?? '']
    const found = new Set(keys.flatMap((key) => [...(named.get(key) ?? [])]))
    return [...found].sort((a, b) => a.place - b.place)
  }

  for (const mention of mentions) {
    if (isSpeaking(mention)) continue
    if (mention.sentence > swept + SWEEP) {
      swept = mention.sentence
      for (const cluster of live) if (swept - cluster.sentence > REACH.noun) live.delete(cluster)
    }
    const tie = tied.get(mention)
    const found =
      (tie && of.get(tie)) ??
      (mention.form === 'name'
        ? (byName(alike(mention), mention, bodyOf(mention), shared) ?? byRole(live, mention, words))
        : mention.form === 'noun'
          ? byDescription(live, mention, words)
          : null)
    join(
      mention,
      (found ?? (mention.form === 'pronoun' && byPronoun(live, mention, speech))) ||
        create(mention),
    )
  }
  // Who "I" is, is known once whoever is quoted is.
  for (const mention of mentions.filter(isSpeaking)) {
    const speaker = speech.speakerAt(mention.head)
    const key = `${mention.pronoun} ${speaker?.head}`
    const voice =
      voices.get(key) ??
      (speaker && mention.pronoun === 'speaker' ? of.get(speaker) : undefined) ??
      create(mention)
    voices.set(key, voice)
    join(mention, voice)
  }
  for (const { mentions: all } of clusters) all.sort((a, b) => a.range[0] - b.range[0])
  return { clusters, shared }
}

const isSpeaking = ({ pronoun }: Mention) =>
  pronoun === 'speaker' || pronoun === 'speakers' || pronoun === 'hearer'
