import type { Fields } from '../lexicon/index.js'
import { clusterOf, doubt, grouped, lonely, slug, type Cluster } from './cluster.js'
import type { ArticleActor } from './identity.js'
import {
  compatible,
  fullness,
  personName,
  type NameVocabulary,
  type PersonName,
} from './person-name.js'

interface Person {
  readonly actor: ArticleActor
  readonly name: PersonName
  readonly fields: ReadonlySet<string>
}

/** A cluster of people, with what is known of them together. */
interface Someone {
  readonly cluster: Cluster
  readonly people: Person[]
  /** The fullest name. */
  name: PersonName
}

/** Years after which a surname alone is no longer taken for the one known by it. */
const YEARS = 10
/** Of many surnames that may all be one, so many are named. */
const MANY = 5

/**
 * Who is who among people of one surname, in all articles. The same full name is one person, unless titles are of
 * different walks of life. Shorter names, and then surnames alone, join the only one whom they fit; where they fit
 * several, or not quite, they stay apart and that is said.
 */
export function identifyPeople(
  actors: readonly ArticleActor[],
  vocabulary: NameVocabulary & { fields: Fields },
): Cluster[] {
  const people = actors.flatMap((actor): Person[] => {
    const name = personName(actor.name, actor.names, vocabulary)
    return name ? [{ actor, name, fields: fieldsOf(actor, vocabulary.fields) }] : []
  })
  const full = people.filter(({ name }) => name.words.length > 1)
  const bare = people.filter(({ name }) => name.words.length === 1)
  const known = joinShorter(full)
  named(known)
  return [...known, ...joinSurnames(bare, known)].map(({ cluster }) => cluster)
}

const fieldsOf = ({ title }: ArticleActor, fields: Fields) =>
  title === null ? new Set<string>() : fields.of(title)

/** People of each full name; fuller names first, shorter ones joined to the only one whom they fit. */
function joinShorter(people: readonly Person[]): Someone[] {
  const byName = grouped(people, ({ name }) => [[...name.words, ...name.suffixes].join(' ')])
  const groups = [...byName.values()].sort(
    (a, b) =>
      fullness(b[0]!.name) - fullness(a[0]!.name) || (a[0]!.name.words < b[0]!.name.words ? -1 : 1),
  )
  const known: Someone[] = []
  for (const group of groups) {
    const namesakes = byField(group)
    const fuller = [...known]
    for (const someone of namesakes) settle(someone, fuller, known)
  }
  return known
}

/** People of one name, apart where their titles are of different walks of life; who has none is the only one there is. */
function byField(group: readonly Person[]): Someone[] {
  const titled: Person[][] = []
  const untitled: Person[] = []
  for (const person of group) {
    if (person.fields.size === 0) {
      untitled.push(person)
      continue
    }
    const shared = titled.filter((others) =>
      others.some((other) => meets(other.fields, person.fields)),
    )
    const joined = [...shared.flat(), person]
    titled.splice(0, titled.length, ...titled.filter((others) => !shared.includes(others)), joined)
  }
  const parts = titled.length === 1 ? [[...titled.flat(), ...untitled]] : [...titled, untitled]
  const found = parts.filter((part) => part.length > 0).map(someoneOf)
  for (const [i, a] of found.entries())
    for (const b of found.slice(i + 1))
      doubt(a.cluster, b.cluster, `The same name, but ${differing(a, b)}.`)
  return found
}

function someoneOf(people: Person[]): Someone {
  const name = people[0]!.name
  return {
    cluster: clusterOf(
      people.map(({ actor }) => actor),
      '',
    ),
    people,
    name,
  }
}

/** Joins the only one of `others` whom someone fits; else stays apart, and says whom it may be. */
function settle(someone: Someone, others: readonly Someone[], known: Someone[]): void {
  const fits = others
    .filter(({ name }) => compatible(name, someone.name))
    .flatMap((other) => fitOf(someone, other) ?? [])
  const [only] = fits
  if (only && fits.length === 1 && only.why === '' && someone.cluster.doubts.size === 0) {
    only.other.people.push(...someone.people)
    only.other.cluster.members.push(...someone.cluster.members)
    return
  }
  say(someone, fits)
  known.push(someone)
}

/** Surnames alone: each joins the only one it fits, never one another. */
function joinSurnames(bare: readonly Person[], known: readonly Someone[]): Someone[] {
  const apart: Someone[] = []
  for (const person of bare) {
    const someone = someoneOf([person])
    const { name, actor } = person
    someone.cluster.id = someone.cluster.longer = `person:${slug(name.surname)}@${lonely(actor)}`
    const fits = known
      .filter((other) => other.name.surname === name.surname)
      .flatMap((other) => fitOf(someone, other) ?? [])
    const [only] = fits
    if (only && fits.length === 1 && only.why === '') {
      only.other.cluster.members.push(actor)
      continue
    }
    say(someone, fits)
    apart.push(someone)
  }
  for (const [i, a] of apart.entries())
    for (const b of apart.slice(i + 1, i + 1 + MANY))
      if (a.cluster.doubts.size < MANY)
        doubt(a.cluster, b.cluster, 'The same surname, and no first name.')
  return apart
}

interface Fit {
  other: Someone
  /** Empty when nothing speaks against it. */
  why: string
}

function say(someone: Someone, fits: readonly Fit[]): void {
  for (const { other, why } of fits.slice(0, MANY))
    doubt(someone.cluster, other.cluster, why || 'The name fits several.')
}

/** Whether someone can be the other one; null when not. */
function fitOf(someone: Someone, other: Someone): Fit | null {
  const genders = [genderOf(someone), genderOf(other)]
  if (genders[0] && genders[1] && genders[0] !== genders[1]) return null
  if (clash(someone, other))
    return { other, why: `The name fits, but ${differing(someone, other)}.` }
  const likely = other.name.likely ?? null
  if (genders[0] && likely && genders[0] !== likely)
    return {
      other,
      why: `The name fits, but ${other.name.words[0]} is more often a ${likely === 'female' ? 'woman' : 'man'}.`,
    }
  if (together(someone, other)) return { other, why: 'One article tells them apart.' }
  if (someone.name.words.length === 1 && years(someone, other) > YEARS)
    return {
      other,
      why: `The name fits, but the articles are ${years(someone, other)} years apart.`,
    }
  return { other, why: '' }
}

const genderOf = ({ people }: Someone) =>
  people.map(({ name }) => name.gender).find(Boolean) ?? null

function clash(a: Someone, b: Someone): boolean {
  const [x, y] = [fieldsIn(a), fieldsIn(b)]
  return x.size > 0 && y.size > 0 && !meets(x, y)
}

const fieldsIn = ({ people }: Someone) => new Set(people.flatMap(({ fields }) => [...fields]))
const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((each) => b.has(each))

function together(a: Someone, b: Someone): boolean {
  const articles = new Set(a.cluster.members.map(({ article }) => article))
  return b.cluster.members.some(({ article }) => articles.has(article))
}

/** Years between the articles of one and the nearest of the other. */
function years(a: Someone, b: Someone): number {
  const of = ({ cluster }: Someone) =>
    cluster.members.flatMap(({ published }) => Number(published?.slice(0, 4)) || [])
  const gaps = of(a).flatMap((x) => of(b).map((y) => Math.abs(x - y)))
  return gaps.length > 0 ? Math.min(...gaps) : 0
}

function differing(a: Someone, b: Someone): string {
  const [x, y] = [a, b].map(
    ({ people }) => people.find(({ fields }) => fields.size > 0)?.actor.title,
  )
  if (x != null && y != null) return `one is ${x}, the other ${y}`
  return 'it is not said which one is meant'
}

/** Ids by first and last name; where several share these, by all that is known. */
function named(known: readonly Someone[]): void {
  for (const { cluster, name, people } of known) {
    const fields = [...new Set(people.flatMap(({ fields }) => [...fields]))].sort()
    const suffix = name.suffixes.map((word) => ` ${word}`).join('')
    cluster.id = `person:${slug(`${name.words[0]} ${name.surname}${suffix}`)}`
    const tail = fields.length > 0 ? `~${fields.join('+')}` : ''
    cluster.longer = `person:${slug(`${name.words.join(' ')}${suffix}`)}${tail}`
  }
}
