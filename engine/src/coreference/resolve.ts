import type { ActorWords } from '../lexicon/index.js'
import type { StopSignal } from '../record/index.js'
import { lineNumbers, type Tokens } from '../text/index.js'
import { Cluster, mentionKeys } from './cluster.js'
import type { Context } from './clues.js'
import { mayBe, mustBe } from './constraints.js'
import type { Mention } from './mention.js'
import { samePerson } from './names.js'
import type { AntecedentScorer } from './scorer.js'
import { ties } from './ties.js'

/** What the statements say of who speaks where. */
export interface Speech {
  /** The mention who speaks in the quotation that a word stands in, if any. */
  speakerAt(word: number): Mention | null
  readonly stop?: StopSignal
}

/** Whom a mention was taken for, and how sure that is. */
export interface Link {
  readonly mention: Mention
  /** Probability that it is right, as the ranker has it. */
  readonly probability: number
  /** The next likeliest actor; null for nobody mentioned before. */
  readonly other: Cluster | null
  /** Other persons whom a name fits as well: two of one surname. */
  readonly alike: readonly Cluster[]
}

export interface Resolved {
  readonly clusters: readonly Cluster[]
  readonly links: ReadonlyMap<Mention, Link>
}

/** Chooses among `candidates` whom a mention speaks of; null begins a new actor. */
export type Decide = (
  mention: Mention,
  candidates: readonly Cluster[],
  context: Context,
) => Cluster | null

/** Actors mentioned last that any mention may mean; names and descriptions also mean those they share words with. */
const LATELY = 24

/** Groups mentions by whom they speak of: each in text order joins the likeliest actor before it, or begins a new one. */
export function resolveActors(
  tokens: Tokens,
  mentions: readonly Mention[],
  words: ActorWords,
  speech: Speech,
  scorer: AntecedentScorer,
): Resolved {
  const links = new Map<Mention, Link>()
  const clusters = walk(tokens, mentions, words, speech, (mention, candidates, context) => {
    const options = [null, ...candidates].map((cluster) => ({
      cluster,
      score: scorer.score(mention, cluster, context),
    }))
    const [best, second] = options.sort((a, b) => b.score - a.score) as [Option, ...Option[]]
    const total = options.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0)
    const alike = candidates.filter((each) => each !== best.cluster && isCalledLike(mention, each))
    links.set(mention, { mention, probability: 1 / total, other: second?.cluster ?? null, alike })
    return best.cluster
  })
  return { clusters, links }
}

const isCalledLike = ({ form, sort, name }: Mention, { persons }: Cluster) =>
  form === 'name' && sort === 'person' && persons.some((other) => samePerson(other, name))

interface Option {
  readonly cluster: Cluster | null
  readonly score: number
}

/**
 * Walks through the mentions with whoever `decide` says they mean, and tells which cluster each has `joined`; "I" and "we"
 * are whoever is quoted.
 */
export function walk(
  tokens: Tokens,
  mentions: readonly Mention[],
  words: ActorWords,
  { speakerAt, stop }: Speech,
  decide: Decide,
  joined: (mention: Mention, cluster: Cluster) => void = () => {},
): Cluster[] {
  const clusters: Cluster[] = []
  const of = new Map<Mention, Cluster>()
  const byKey = new Map<string, Set<Cluster>>()
  const lately = new Set<Cluster>() // in order of the last mention
  const tied = ties(tokens, mentions, words)
  const paragraphs = lineNumbers(tokens)
  const firsts = new Map<number, Mention>()
  for (const mention of mentions)
    if (!firsts.has(mention.sentence)) firsts.set(mention.sentence, mention)
  let lastSource: Mention | null = null
  let most = 0

  const join = (mention: Mention, found: Cluster | null) => {
    const cluster = found ?? new Cluster(clusters.length)
    if (!found) clusters.push(cluster)
    cluster.add(mention, words)
    most = Math.max(most, cluster.mentions.length)
    of.set(mention, cluster)
    joined(mention, cluster)
    putLast(lately, cluster)
    for (const key of mentionKeys(mention, words)) {
      const sharing = byKey.get(key) ?? new Set()
      byKey.set(key, sharing)
      putLast(sharing, cluster)
    }
  }
  for (const mention of mentions) {
    if (isFirstPerson(mention)) continue
    stop?.throwIfAborted()
    const recent = [...lately].reverse()
    const alike = mentionKeys(mention, words).flatMap((key) => [...(byKey.get(key) ?? [])])
    const next = clusterOf(tied.get(mention))
    const candidates = [...new Set([...recent, ...alike])].filter((cluster) =>
      mayBe(mention, cluster, words, cluster === next),
    )
    const ranks = new Map(recent.map((cluster, rank) => [cluster, rank]))
    const context: Context = {
      tokens,
      words,
      speakerAt,
      lastSource,
      rank: (cluster) => ranks.get(cluster) ?? LATELY,
      tiedTo: (one) => clusterOf(tied.get(one)),
      clusterOf,
      isFirst: (one) => firsts.get(one.sentence) === one,
      isMain: ({ mentions: { length } }) => length === most,
      paragraphOf: (word) => paragraphs[word] ?? 0,
    }
    const same = candidates.find((cluster) => mustBe(mention, cluster))
    join(mention, same ?? decide(mention, candidates, context))
    if (mention.speaks) lastSource = mention
  }
  function clusterOf(mention: Mention | undefined): Cluster | null {
    return (mention && of.get(mention)) ?? null
  }
  // Who "I" is, is known once whoever is quoted is.
  for (const mention of mentions.filter(isFirstPerson)) {
    const speaker = mention.pronoun === 'hearer' ? null : speakerAt(mention.head)
    join(mention, clusterOf(speaker ?? undefined))
  }
  for (const { mentions: all } of clusters) all.sort((a, b) => a.range[0] - b.range[0])
  return clusters
}

/** The last one of a set that holds no more than are looked at. */
function putLast(set: Set<Cluster>, cluster: Cluster): void {
  set.delete(cluster)
  set.add(cluster)
  if (set.size > LATELY) for (const first of set) return void set.delete(first)
}

const isFirstPerson = ({ pronoun }: Mention) =>
  pronoun === 'speaker' || pronoun === 'speakers' || pronoun === 'hearer'
