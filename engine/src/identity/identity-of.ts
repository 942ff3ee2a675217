import type { ActorKind } from '../record/index.js'
import { foldName, type Cluster } from './cluster.js'
import type { ArticleActor, Identity } from './identity.js'
import { type NameVocabulary } from './person-name.js'

/** A cluster as it is shown: its fullest name, all names and titles by how often they come. */
export function identityOf({ id, members, doubts }: Cluster, vocabulary: NameVocabulary): Identity {
  return {
    id,
    name: fullestName(members),
    kind: kindOf(members),
    names: frequent(members.flatMap(namesIn(vocabulary))),
    titles: frequent(members.flatMap(({ title }) => title ?? [])),
    members: members.map(({ article, actor }) => ({ article, actor })),
    doubts: [...doubts]
      .map(([other, why]) => ({ with: other.id, name: fullestName(other.members), why }))
      .sort((a, b) => (a.with < b.with ? -1 : 1)),
  }
}

/** The most words, then the most frequent. */
function fullestName(members: readonly ArticleActor[]): string {
  const names = frequent(members.map(({ name }) => name))
  const length = (name: string) => name.split(/\s+/u).length
  return names.reduce((best, name) => (length(name) > length(best) ? name : best), names[0] ?? '')
}

/** A news medium is one wherever it is taken for one. */
function kindOf(members: readonly ArticleActor[]): ActorKind {
  const kinds = frequent(members.map(({ kind }) => kind)) as ActorKind[]
  return kinds.includes('outlet') ? 'outlet' : (kinds[0] ?? 'person')
}

/** Mentions that are names: some word of the name is in them, or they are letters for it; a pronoun or description is none. */
function namesIn({ words }: NameVocabulary): (actor: ArticleActor) => string[] {
  return ({ name, names, kind }) => {
    if (kind !== 'person' && kind !== 'organization' && kind !== 'outlet') return [name]
    const own = new Set(foldName(name).split(/[^\p{L}\p{N}]+/u))
    const named = names.map(plain).filter((each) => {
      if (!/^\p{Lu}|^\p{Lo}/u.test(each) || words.pronoun(each.toLowerCase())) return false
      const shares = foldName(each)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.length > 1 && own.has(word))
      return (shares && each.split(/\s+/u).length <= 8) || /^(?:\p{Lu}\.?){2,8}$/u.test(each)
    })
    return [name, ...named.filter((each) => each !== name)]
  }
}

const plain = (name: string) =>
  name
    .replace(/\s+/gu, ' ')
    .replace(/^(?:the|a|an) /iu, '')
    .replace(/['’]s?$/u, '')

/** Each once, the most frequent first; of equals in the order of their letters. */
function frequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word)
}
