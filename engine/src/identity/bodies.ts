import { acronyms } from '../coreference/index.js'
import { nameWords, type ActorWords } from '../lexicon/index.js'
import { clusterOf, doubt, foldName, grouped, slug, type Cluster } from './cluster.js'
import type { ArticleActor } from './identity.js'

/** A body's name in lower case, without article, possessive and what follows a firm's name. */
export interface BodyName {
  readonly words: readonly string[]
  readonly core: string
  /** Short forms that its article gives together with the name: "SOHR". */
  readonly short: readonly string[]
  /** Letters that would make a short form of it. */
  readonly letters: readonly string[]
  /** The core without the words that say what sort of body it is; itself when that is all. */
  readonly stem: string
}

/** Null when the name is no name: "the company". */
export function bodyName(
  { name, names }: Pick<ArticleActor, 'name' | 'names'>,
  words: ActorWords,
): BodyName | null {
  const plain = bare(name)
  if (!/\p{Lu}|\p{Lo}|\p{N}/u.test(plain)) return null
  const cut = foldName(plain)
    .split(/[\s,]+/u)
    .map((word) => (/^(?:\p{L}\.){2,}$/u.test(word) ? word.replaceAll('.', '') : word))
    .filter(
      (word, i) => word !== '' && (i === 0 || !nameWords.suffixes.has(word.replace(/\.$/u, ''))),
    )
  // "US" and "America" are one body of several names.
  const core = words.bodyOf(cut.join(' '), false) ?? cut.join(' ')
  const stem = [...cut]
  while (stem.length > 1 && nameWords.kindsOfBody.has(stem.at(-1) as string)) stem.pop()
  const short = cut.length < 2 ? [] : names.map(bare).filter(isShort).map(foldShort)
  return {
    words: cut,
    core,
    short: [...new Set(short)],
    letters: cut.length < 2 ? [] : [...acronyms(cut)],
    stem: stem.join(' '),
  }
}

const bare = (name: string) =>
  name
    .replace(/^(?:the|a|an) /iu, '')
    .replace(/['’]s?$/u, '')
    .replace(/[()]/gu, '')
    .trim()

/** Two to eight capitals: "SOHR", "U.N." */
const isShort = (name: string) => /^(?:\p{Lu}[.\p{N}&-]*){2,8}$/u.test(name)
const foldShort = (name: string) => foldName(name).replaceAll('.', '')

interface Named {
  readonly actor: ArticleActor
  readonly name: BodyName
}

/**
 * Which bodies are one, in all articles: those of one name, and a short form with the only body whose article gives it
 * together with the name. Letters that only fit, and names that differ in what sort of body it is, are doubts.
 */
export function identifyBodies(actors: readonly ArticleActor[], words: ActorWords): Cluster[] {
  const named = actors.flatMap((actor): Named[] => {
    const name = bodyName(actor, words)
    return name ? [{ actor, name }] : []
  })
  const bodies = [...grouped(named, ({ name }) => [name.core]).values()].map((group): Body => ({
    name: group[0]!.name,
    short: [...new Set(group.flatMap(({ name }) => name.short))],
    cluster: clusterOf(
      group.map(({ actor }) => actor),
      idOf(group),
    ),
  }))
  const left = withShortForms(bodies)
  doubtLetters(left)
  doubtSorts(left)
  return left.map(({ cluster }) => cluster)
}

interface Body {
  readonly name: BodyName
  /** Short forms that any of its articles gives. */
  readonly short: readonly string[]
  readonly cluster: Cluster
}

/** Without the bodies of one word that another's articles call it by. */
function withShortForms(bodies: readonly Body[]): Body[] {
  const byShort = grouped(bodies, ({ short }) => short)
  return bodies.filter(({ name, cluster }) => {
    const stating = name.words.length > 1 ? [] : (byShort.get(name.core) ?? [])
    if (stating.length === 1) stating[0]!.cluster.members.push(...cluster.members)
    else
      for (const other of stating)
        doubt(
          cluster,
          other.cluster,
          `Several bodies are called ${name.core.toUpperCase()} for short.`,
        )
    return stating.length !== 1
  })
}

function doubtLetters(bodies: readonly Body[]): void {
  const byLetters = grouped(bodies, ({ name }) => name.letters)
  for (const { name, cluster } of bodies) {
    if (name.words.length > 1) continue
    for (const other of byLetters.get(name.core)?.slice(0, MANY) ?? [])
      if (!cluster.doubts.has(other.cluster))
        doubt(
          cluster,
          other.cluster,
          'The letters fit, but no article says that the one is short for the other.',
        )
  }
}

function doubtSorts(bodies: readonly Body[]): void {
  for (const [stem, [first, ...others]] of grouped(bodies, ({ name }) => [name.stem]))
    for (const other of stem.length > 3 ? others.slice(0, MANY) : [])
      doubt(first!.cluster, other.cluster, 'The names differ only in what sort of body it is.')
}

/** Of many that may be one, so many are named. */
const MANY = 5

function idOf(group: readonly Named[]): string {
  const kind = group.some(({ actor }) => actor.kind === 'outlet') ? 'outlet' : 'organization'
  return `${kind}:${slug(group[0]!.name.core)}`
}
