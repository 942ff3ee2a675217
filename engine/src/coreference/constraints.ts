import type { Cluster } from './cluster.js'
import type { Mention } from './mention.js'
import { samePerson } from './names.js'

/** What no score may overrule: a phrase is not whoever it holds, two full names are two persons, "he" is no woman. */
export function mayBe(mention: Mention, cluster: Cluster): boolean {
  return (
    !holdsOneOf(mention, cluster) &&
    !otherPerson(mention, cluster) &&
    !otherGender(mention, cluster)
  )
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

function otherPerson({ form, sort, name }: Mention, { names, mentions }: Cluster): boolean {
  if (form !== 'name' || sort !== 'person' || name.length < 2) return false
  const isPerson = mentions.some((mention) => mention.form === 'name' && mention.sort === 'person')
  const full = names.filter((other) => other.length > 1)
  return isPerson && full.length > 0 && !full.some((other) => samePerson(other, name))
}

function otherGender({ gender, pronoun }: Mention, cluster: Cluster): boolean {
  const own = gender ?? (pronoun === 'male' || pronoun === 'female' ? pronoun : null)
  return own !== null && cluster.gender !== null && own !== cluster.gender
}
