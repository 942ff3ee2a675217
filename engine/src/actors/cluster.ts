import type { ActorWords, Gender } from '../lexicon/index.js'
import { wordAt, type Tokens } from '../text/index.js'
import type { Mention } from './mention.js'
import { sameBody, samePerson } from './names.js'

/** Mentions of one actor, with what they say together. */
export interface Cluster {
  readonly mentions: Mention[]
  sort: Mention['sort']
  plural: boolean
  gender: Gender | null
  likely: Gender | null
  readonly names: (readonly string[])[]
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

const FADE = 0.55
const REACH = { person: 5, thing: 2, plural: 3, noun: 40 }

/**
 * Groups mentions by whom they speak of: names first, then descriptions and pronouns in text order, each joined to the
 * likeliest actor before it. Precise ties first, as in the sieves of Lee et al. (2013); pronouns go to the most salient
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

  const create = (mention: Mention) => {
    const cluster: Cluster = {
      mentions: [],
      sort: mention.sort,
      plural: mention.plural,
      gender: null,
      likely: null,
      names: [],
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
    if (mention.form === 'name') {
      cluster.names.push(mention.name)
      if (cluster.sort !== 'person')
        cluster.sort = mention.sort === 'thing' ? cluster.sort : mention.sort
    } else if (mention.form === 'noun') cluster.heads.add(mention.name[0] ?? '')
    if (mention.form !== 'pronoun')
      for (const word of mention.phrase.split(' ')) cluster.words.add(word)
    if (mention.form !== 'pronoun')
      for (const role of words.rolesIn(mention.phrase)) cluster.roles.add(role)
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

  for (const mention of mentions) {
    if (isSpeaking(mention)) continue
    const tie = tied.get(mention)
    const found =
      (tie && of.get(tie)) ??
      (mention.form === 'name'
        ? (byName(clusters, mention, shared) ?? byRole(clusters, mention, words))
        : mention.form === 'noun'
          ? byDescription(clusters, mention, words)
          : null)
    join(
      mention,
      (found ?? (mention.form === 'pronoun' && byPronoun(clusters, mention, speech))) ||
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

const salienceAt = (cluster: Cluster, sentence: number) =>
  cluster.salience * FADE ** Math.max(0, sentence - cluster.sentence)

const agree = (a: Gender | null, b: Gender | null) => a === null || b === null || a === b

function byName(
  clusters: readonly Cluster[],
  mention: Mention,
  shared: SharedName[],
): Cluster | null {
  const same = mention.sort === 'person' ? samePerson : sameBody
  let best: Cluster | null = null
  const fitting: Cluster[] = []
  for (const cluster of clusters) {
    if (!agree(cluster.gender, mention.gender)) continue
    const fits = cluster.names.some((name) =>
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
function byDescription(
  clusters: readonly Cluster[],
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
  /\p{L}{3}/u.test(word) && !words.isDefinite(word) && !words.pronoun(word) && !RANKS.test(word)
const RANKS = /^(?:top|senior|former|so-called|leading|chief|deputy|then|new|late|current)$/u

/** The word, or one of its stem: "Russian", "Russia". */
const holds = (cluster: Cluster, word: string) =>
  cluster.words.has(word) ||
  (word.length > 4 &&
    [...cluster.words].some((other) => other.length > 4 && other.slice(0, 5) === word.slice(0, 5)))

/** A name that first appears may belong to who was only described so far: "the army chief …", "General Ana Ruiz …". */
function byRole(clusters: readonly Cluster[], mention: Mention, words: ActorWords): Cluster | null {
  if (mention.sort !== 'person') return null
  const roles = words.rolesIn(mention.phrase)
  if (roles.size === 0) return null
  const own = mention.phrase
    .split(' ')
    .filter((word) => says(word, words) && !mention.name.includes(word))
  return (
    clusters.findLast(
      (cluster) =>
        cluster.names.length === 0 &&
        cluster.sort === 'person' &&
        !cluster.plural &&
        mention.sentence - cluster.sentence <= 3 &&
        agree(cluster.gender, mention.gender) &&
        cluster.mentions.some(({ definite, form }) => definite && form === 'noun') &&
        [...roles].some((role) => cluster.roles.has(role)) &&
        own.some((word) => holds(cluster, word)),
    ) ?? null
  )
}

function byPronoun(clusters: readonly Cluster[], mention: Mention, speech: Speech): Cluster | null {
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
    const speaks =
      speech.isSource(mention) &&
      cluster.mentions.some((m) => m.sentence >= mention.sentence - 2 && speech.isSource(m))
        ? 1.5
        : 1
    const several = sort === 'plural' && !cluster.plural ? 0.7 : 1
    const score = salienceAt(cluster, mention.sentence) * known * speaks * several
    if (score > most) [best, most] = [cluster, score]
  }
  return best
}

/** Mentions tied by how they stand: "Ana Ruiz, the mayor,", "the Office (OSA)", "Ruiz is the mayor". */
function ties(
  tokens: Tokens,
  mentions: readonly Mention[],
  words: ActorWords,
): Map<Mention, Mention> {
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  const startingAt = new Map<number, Mention>()
  for (const mention of mentions)
    if (!startingAt.has(mention.range[0])) startingAt.set(mention.range[0], mention)
  const tied = new Map<Mention, Mention>()
  for (const a of mentions) {
    if (a.form === 'pronoun' && !a.subject) continue
    const end = a.form === 'name' ? Math.max(a.core[1], a.head + 1) : a.range[1]
    const aside = /^[,(]$/u.test(word(end)) ? end + 1 : end
    const renamed =
      a.form === 'name' ? words.renaming([0, 1, 2, 3, 4].map((i) => word(aside + i))) : 0
    const again = renamed ? startingAt.get(aside + renamed) : undefined
    if (again?.form === 'name' && again.sort === a.sort && !tied.has(again)) tied.set(again, a)
    for (const at of new Set([end, a.range[1], a.head + 1])) {
      const mark = word(at)
      const b = startingAt.get(at + 1)
      if (!b || tied.has(b) || b === a || b.form === 'pronoun' || a.sentence !== b.sentence)
        continue
      if (mark === '(' && b.form === 'name' && a.form === 'name' && sameBody(a.name, b.name))
        tied.set(b, a)
      else if (mark === ',' && a.form !== 'pronoun' && apposed(tokens, a, b, words)) tied.set(b, a)
      else if (
        words.isCopula(mark) &&
        a.sort === 'person' &&
        b.sort === 'person' &&
        b.form === 'noun' &&
        a.plural === b.plural
      )
        tied.set(b, a)
    }
  }
  return tied
}

function apposed(tokens: Tokens, a: Mention, b: Mention, words: ActorWords): boolean {
  if (
    a.plural !== b.plural ||
    a.sort === 'place' ||
    a.sort === 'thing' ||
    (a.sort === 'person') !== (b.sort === 'person')
  )
    return false
  const after = wordAt(tokens, b.range[1])
  const closed =
    /^[,.;:)—–-]?$/u.test(after) ||
    after === 'who' ||
    /^(?:said|says|told|has|was|is|had)$/u.test(after)
  const first = wordAt(tokens, b.range[0]).toLowerCase()
  const determined =
    words.isDefinite(first) ||
    first === 'a' ||
    first === 'an' ||
    !!words.pronoun(first) ||
    /^['’]s$/u.test(wordAt(tokens, b.range[0] + 1))
  if (a.form === 'name' && b.form === 'noun') return determined || closed
  if (a.form === 'noun' && b.form === 'name')
    return a.sort === 'person' && b.name.length > 1 && (closed || b.subject)
  return false
}
