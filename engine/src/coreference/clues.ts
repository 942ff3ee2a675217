import type { ActorWords, Gender } from '../lexicon/index.js'
import { argmax, linkScore, MENTION_TYPES, nobodyScore } from '../model/index.js'
import { QUOTE, type Tokens } from '../text/index.js'
import { bodyOf, stemOf, type Cluster } from './cluster.js'
import type { Mention } from './mention.js'
import { sameBody, samePerson } from './names.js'

/** A named clue to who is meant, and how strongly it shows (1 unless it is a score). */
export type Clue = readonly [name: string, value: number]

/** What stands around a mention while antecedents are weighed. */
export interface Context {
  readonly tokens: Tokens
  readonly words: ActorWords
  /** The mention who speaks in the quotation that a word stands in. */
  speakerAt(word: number): Mention | null
  /** Who spoke last before the mention. */
  readonly lastSource: Mention | null
  /** How many other actors were mentioned since the cluster was. */
  rank(cluster: Cluster): number
  /** The cluster of the mention that this one is tied to by how it stands: "Ana Ruiz is the mayor". */
  tiedTo(mention: Mention): Cluster | null
  clusterOf(mention: Mention): Cluster | null
  /** The first mention of its sentence. */
  isFirst(mention: Mention): boolean
  /** Nobody was mentioned more often so far. */
  isMain(cluster: Cluster): boolean
  /** The number of the paragraph that a word stands in. */
  paragraphOf(word: number): number
}

/** How a mention speaks of somebody: what its clues are learned apart for. */
export function wayOf({ form, pronoun, sort, plural, definite }: Mention): string {
  if (form === 'pronoun')
    return pronoun === 'female' || pronoun === 'male' ? 'he or she' : `${pronoun}`
  if (form === 'name') return sort === 'person' ? 'name of a person' : 'name of a body'
  return `${definite ? 'definite' : 'indefinite'} ${plural ? 'plural' : 'singular'}`
}

/** What speaks for and against the mention meaning nobody who was mentioned before. */
export function cluesToNobody(mention: Mention, { tiedTo }: Context): Clue[] {
  const way = wayOf(mention)
  return [
    [`${way}: nobody`, 1],
    [`${way}: the model says nobody`, nobodyScore(mention.scores.ask)],
    [`${way}: nobody, though tied`, tiedTo(mention) ? 1 : 0],
    [`${way}: nobody, speaks`, mention.speaks ? 1 : 0],
  ]
}

/** What speaks for and against the mention meaning the actor of `cluster`, each clue apart for each way of mentioning. */
export function cluesTo(mention: Mention, cluster: Cluster, context: Context): Clue[] {
  const way = wayOf(mention)
  const { last } = cluster
  const clues: Clue[] = [...modelClues(mention, cluster)]
  const say = (clue: string) => clues.push([clue, 1])
  say(kindOf(cluster))
  say(`${step(mention.sentence - last.sentence, [0, 1, 2, 5, 10, 30])} sentences back`)
  say(`${step(context.rank(cluster), [0, 1, 2, 4, 8, 16])} others between`)
  say(`mentioned ${step(cluster.mentions.length, [1, 2, 5, 12])} times`)
  say(genderClue(mention, cluster))
  say(mention.plural === last.plural ? 'same number' : 'other number')
  if (mention.form === 'name') say(nameClue(mention, cluster, context.words))
  if (mention.form === 'noun')
    for (const clue of descriptionClues(mention, cluster, context.words)) say(clue)
  for (const clue of speechClues(mention, cluster, context)) say(clue)
  if (mention.form === 'pronoun')
    for (const clue of placeClues(mention, cluster, context)) say(clue)
  if (context.tiedTo(mention) === cluster) say('tied')
  if (!cluster.speaks) say('never a source')
  return clues.map(([name, value]) => [`${way}: ${name}`, value])
}

/** Mentions of a cluster that the model is asked about: the last ones, and its names among the first. */
const LATEST = 4

function* modelClues(mention: Mention, { mentions, types }: Cluster): Generator<Clue> {
  const asked =
    mentions.length > LATEST ? [...mentions.slice(-LATEST), mentions[0] as Mention] : mentions
  const scores = asked.map(({ scores }) => linkScore(mention.scores.ask, scores.answer))
  yield ['the model', Math.max(...scores)]
  yield ['the model, on the whole', scores.reduce((sum, score) => sum + score, 0) / scores.length]
  const [a, b] = [MENTION_TYPES[argmax(mention.scores.types)], MENTION_TYPES[argmax(types)]]
  yield [a === b ? 'same type' : `${a} after ${b}`, 1]
}

/** The last step that `value` reaches, in words. */
function step(value: number, steps: readonly number[]): string {
  const at = steps.findLastIndex((least) => value >= least)
  return at === steps.length - 1 ? `${steps[at]} or more` : String(steps[at] ?? 'fewer')
}

function kindOf({ names, heads, last, mentions }: Cluster): string {
  const sort = mentions.find(({ form }) => form !== 'pronoun')?.sort ?? last.sort
  const form = names.length ? 'named' : heads.size ? 'described' : 'pronouns alone'
  return `${form} ${sort}`
}

function genderClue(mention: Mention, { gender, likely }: Cluster): string {
  const own: Gender | null =
    mention.gender ??
    (mention.pronoun === 'male' || mention.pronoun === 'female' ? mention.pronoun : null)
  const asked = own ?? mention.likely
  if (asked === null) return 'no gender'
  if (gender !== null)
    return gender === asked ? 'same gender' : own ? 'other gender' : 'other likely gender'
  if (likely !== null) return likely === asked ? 'same likely gender' : 'other likely gender'
  return 'gender unknown'
}

function nameClue(mention: Mention, { names, bodies, words }: Cluster, known: ActorWords): string {
  const own = mention.name.join(' ')
  if (names.some((name) => name.join(' ') === own)) return 'same name'
  const body = bodyOf(mention, known)
  if (body !== null && bodies.has(body)) return 'same state'
  const same = mention.sort === 'person' ? samePerson : sameBody
  const fits = names.some((name) => same(mention.name, name))
  if (
    fits &&
    mention.name.length > 1 &&
    names.some((name) => name.length > 1 && !same(mention.name, name))
  )
    return 'a name that fits one and not another'
  if (fits) return mention.name.length === 1 ? 'part of a name' : 'another form of a name'
  if (mention.name.some((word) => word.length > 2 && words.has(word))) return 'a word of a name'
  return names.length ? 'another name' : 'a name for who was described'
}

function* descriptionClues(
  mention: Mention,
  cluster: Cluster,
  known: ActorWords,
): Generator<string> {
  const head = mention.name[0] ?? ''
  const own = [...mention.words].filter((word) => word !== head && says(word, known))
  const held = own.filter((word) => holds(cluster, word)).length
  const sameHead = cluster.heads.has(head)
    ? 'same head'
    : cluster.words.has(head)
      ? 'head among its words'
      : 'other head'
  yield `${sameHead}, ${own.length === 0 ? 'no other words' : held === own.length ? 'all words' : held ? 'some words' : 'other words'}`
  const roles = known.rolesIn(mention.phrase)
  if (roles.size)
    yield [...roles].some((role) => cluster.roles.has(role)) ? 'kin role' : 'other role'
  if (known.isGeneric(head)) yield 'generic head'
}

/** Does a word tell one actor from another? */
const says = (word: string, words: ActorWords) =>
  /\p{L}{3}/u.test(word) && !words.isDefinite(word) && !words.pronoun(word) && !words.isRank(word)

/** The word, or one of its stem: "Russian", "Russia". */
const holds = (cluster: Cluster, word: string) =>
  cluster.words.has(word) || (word.length > 4 && cluster.stems.has(stemOf(word)))

/** How a pronoun and whom it may mean stand to each other: parallel (Kameyama 1986), near, first in their sentence. */
function* placeClues(
  mention: Mention,
  cluster: Cluster,
  { rank, isFirst, isMain }: Context,
): Generator<string> {
  const { last } = cluster
  const back = mention.sentence - last.sentence
  const where = ['in the same sentence', 'in the sentence before'][back] ?? 'further back'
  yield `${mention.role} after ${last.role} ${where}`
  yield `${step(rank(cluster), [0, 1, 2, 4])} others between, ${where}`
  if (isFirst(last)) yield `after the first ${where}`
  if (isMain(cluster)) yield `mentioned most, ${where}`
  if (last.form === 'pronoun' && last.pronoun === mention.pronoun) yield `the same pronoun ${where}`
}

function* speechClues(
  mention: Mention,
  cluster: Cluster,
  { tokens, speakerAt, lastSource, clusterOf, paragraphOf }: Context,
): Generator<string> {
  const speaker = speakerAt(mention.head)
  const quoted = tokens.quotes[mention.head] === QUOTE.inside
  const inside = (word: number) => tokens.quotes[word] === QUOTE.inside
  if (speaker && clusterOf(speaker) === cluster)
    yield quoted ? 'quotes its own words' : 'in its own words'
  else if (quoted) yield inside(cluster.last.head) ? 'both quoted' : 'quoted'
  if (mention.speaks && cluster.last.speaks) yield 'both sources'
  if (mention.speaks && lastSource && clusterOf(lastSource) === cluster) yield 'spoke last'
  if (paragraphOf(cluster.last.head) !== paragraphOf(mention.head)) yield 'in an earlier paragraph'
}
