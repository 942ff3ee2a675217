import type { ActorWords, Gender } from '../lexicon/index.js'
import type { StopSignal } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import {
  byDescription,
  byName,
  byPronoun,
  byRole,
  REACH,
  salienceAt,
  STEM,
  stemOf,
} from './antecedents.js'
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
  /** How its longer words begin. */
  readonly stems: Set<string>
  readonly roles: Set<string>
  /** A definite description speaks of it. */
  described: boolean
  /** The last sentence in which it is a source. */
  spoke: number
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
  readonly stop?: StopSignal
}

/** Sentences after which actors out of reach are put aside. */
const SWEEP = 10
/** At most so many actors are in reach, those spoken of last: the sentences of a text may have no end. */
const MOST_LIVE = 1000
/** Of actors whose names share a word, so many are looked at, those named so last; and so many names of one actor. */
const MOST_ALIKE = 200
const MOST_NAMES = 100

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
      stems: new Set(),
      roles: new Set(),
      described: false,
      spoke: -Infinity,
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
    if (live.size > MOST_LIVE) forgetHalf(live)
    if (mention.form === 'name') {
      if (
        cluster.names.length < MOST_NAMES &&
        !cluster.names.some((name) => name.join(' ') === mention.name.join(' '))
      )
        cluster.names.push(mention.name)
      const body = bodyOf(mention)
      if (body) cluster.bodies.add(body)
      for (const key of [...keysOf(mention.name), ...(body ? [body] : [])])
        named.set(key, latest(named.get(key) ?? new Set(), cluster))
      if (cluster.sort !== 'person')
        cluster.sort = mention.sort === 'thing' ? cluster.sort : mention.sort
    } else if (mention.form === 'noun') {
      cluster.heads.add(mention.name[0] ?? '')
      cluster.described ||= mention.definite
    }
    if (speech.isSource(mention)) cluster.spoke = Math.max(cluster.spoke, mention.sentence)
    if (mention.form !== 'pronoun') {
      for (const word of mention.phrase.split(' ')) {
        cluster.words.add(word)
        if (word.length > STEM) cluster.stems.add(stemOf(word))
      }
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
    speech.stop?.throwIfAborted()
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

/** The actors spoken of last stay, in their order. */
function forgetHalf(live: Set<Cluster>): void {
  const last = ({ mentions }: Cluster) => mentions.at(-1)?.head ?? 0
  const order = [...live].sort((a, b) => last(a) - last(b))
  for (const cluster of order.slice(0, order.length >> 1)) live.delete(cluster)
}

/** With the cluster as the latest, without the first of too many. */
function latest(clusters: Set<Cluster>, cluster: Cluster): Set<Cluster> {
  clusters.delete(cluster)
  clusters.add(cluster)
  const [first] = clusters
  if (first && clusters.size > MOST_ALIKE) clusters.delete(first)
  return clusters
}

const isSpeaking = ({ pronoun }: Mention) =>
  pronoun === 'speaker' || pronoun === 'speakers' || pronoun === 'hearer'
