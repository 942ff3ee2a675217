import type { ActorWords } from '../lexicon/index.js'
import { bodyOf, type Cluster } from './cluster.js'
import type { Mention } from './mention.js'
import { keysOf, samePerson } from './names.js'

/**
 * What no score may overrule: a phrase is not whoever it holds, two names that do not fit are two persons or bodies, two states
 * are two, "he" is no woman, no body and not several. `tied`: the phrase stands by one of the cluster's and says who that is.
 */
export function mayBe(
  mention: Mention,
  cluster: Cluster,
  words: ActorWords,
  tied = false,
): boolean {
  return (
    !holdsOneOf(mention, cluster) &&
    (tied || !(otherPerson(mention, cluster) || otherBody(mention, cluster, words))) &&
    !otherState(mention, cluster, words) &&
    !otherGender(mention, cluster) &&
    !otherSort(mention, cluster) &&
    !oneOfSeveral(mention, cluster)
  )
}

/** What no score is needed for: a full name, or a body's, that is the same to the letter. */
export function mustBe({ form, sort, name }: Mention, cluster: Cluster): boolean {
  if (form !== 'name' || (sort === 'person' && name.length < 2)) return false
  return cluster.isCalled(name) && (sort === 'person') === cluster.persons.length > 0
}

function holdsOneOf({ range: [first, end] }: Mention, { mentions }: Cluster): boolean {
  for (let k = mentions.length - 1; k >= 0; k--) {
    const { range } = mentions[k] as Mention
    if (range[0] < end && first < range[1]) return true
    if (first - range[0] > FAR) return false
  }
  return false
}
/** Words after which a mention that was begun has ended. */
const FAR = 64

function otherPerson({ form, sort, name }: Mention, { persons }: Cluster): boolean {
  if (form !== 'name' || sort !== 'person' || persons.length === 0) return false
  const full = persons.filter((other) => other.length > 1)
  const telling = name.length > 1 && full.length > 0 ? full : persons
  return !telling.some((other) => samePerson(other, name))
}

/** Names of bodies with no word in common, of which none is short for the other. */
function otherBody(mention: Mention, cluster: Cluster, words: ActorWords): boolean {
  const { form, sort, name } = mention
  if (form !== 'name' || sort === 'person' || cluster.persons.length > 0) return false
  if (cluster.names.length === 0) return false
  const body = bodyOf(mention, words)
  return (
    !(body !== null && cluster.bodies.has(body)) &&
    !keysOf(name).some((key) => cluster.keys.has(key))
  )
}

function otherState(mention: Mention, { bodies }: Cluster, words: ActorWords): boolean {
  const own = bodyOf(mention, words)
  return own !== null && bodies.size > 0 && !bodies.has(own)
}

function otherGender({ gender, pronoun }: Mention, cluster: Cluster): boolean {
  const own = gender ?? (pronoun === 'male' || pronoun === 'female' ? pronoun : null)
  return own !== null && cluster.gender !== null && own !== cluster.gender
}

/** "He" is no body, and "it" no person. */
function otherSort({ pronoun }: Mention, { names, persons, sort }: Cluster): boolean {
  if (pronoun === 'thing') return persons.length > 0 && sort === 'person'
  const one = pronoun === 'male' || pronoun === 'female'
  return one && names.length > 0 && persons.length === 0 && sort !== 'person'
}

/** Who is one of several that "and" joins is not all of them. */
function oneOfSeveral({ members, form, pronoun, plural }: Mention, cluster: Cluster): boolean {
  if (members.length > 0) return cluster.names.length > 0
  if (!cluster.isJoined) return false
  return form === 'name' || (form === 'pronoun' ? pronoun !== 'plural' : !plural)
}
