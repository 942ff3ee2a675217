import {
  clusterMentions,
  conjuncts,
  findMentions,
  type Cluster,
  type Mention,
} from '../actors/index.js'
import type { People } from '../lexicon/index.js'
import type { ActorKind, Article, Place, StopSignal } from '../record/index.js'
import { QUOTE, spanOf, textOf, within, type Tokens, type WordRange } from '../text/index.js'
import type { ActorDraft, Cast, Draft, Entity, Tags } from './types.js'

/** Who everybody is: all mentions of people and bodies grouped, and for each statement its sources and the outlet told. */
export function castActors(
  article: Pick<Article, 'outlet'>,
  tokens: Tokens,
  heard: Tags,
  drafts: readonly Draft[],
  places: readonly Place[],
  { words, outlets, isTitle, isExhibit }: People,
  stop?: StopSignal,
): Cast {
  const tags = { ...heard, entities: withPlaces(tokens, heard.entities, places) }
  const sources = drafts.map(({ source }) => (source ? conjuncts(tokens, source, tags) : []))
  const mentions = findMentions(tokens, tags, { words, outlets, isTitle }, sources.flat())
  // Mentions stand in text order, longer ones first: the first whose head lies in a source is its own.
  const order = new Map(mentions.map(({ head }, i) => [head, i]))
  const mentionOf = sources.map((ranges) =>
    ranges.flatMap(([first, end]) => {
      let best = Infinity
      for (let k = first; k < end; k++) best = Math.min(best, order.get(k) ?? Infinity)
      return mentions[best] ?? []
    }),
  )
  // A pronoun is not sooner theirs whom the model itself did not hear speak.
  const speaking = new Set(mentionOf.filter((_, i) => !drafts[i]?.inferred).flat())
  const speakerAt = speakers(tokens, drafts, mentionOf)
  const { clusters, shared } = clusterMentions(tokens, mentions, words, {
    speakerAt: (word) => speakerAt[word] ?? null,
    isSource: (mention) => speaking.has(mention),
    stop,
  })
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.mentions.map((m) => [m, cluster])),
  )

  const text = (range: WordRange) => textOf(tokens, range)
  const own = article.outlet ? bare(article.outlet) : null
  const actors: ActorDraft[] = []
  const place = new Map<Cluster, number>()
  const heardKinds = new Map<Cluster, ActorKind[]>()
  drafts.forEach(({ kind }, i) => {
    for (const cluster of new Set(mentionOf[i]?.flatMap((m) => clusterOf.get(m) ?? [])))
      if (kind) listed(heardKinds, cluster).push(kind)
  })
  const names = new Map<Cluster, string>()
  const fullName = (cluster: Cluster) => {
    const name = names.get(cluster) ?? nameOf(cluster, text)
    names.set(cluster, name)
    return name
  }
  const byName = new Map<string, number>()
  for (const cluster of clusters) {
    const kinds = heardKinds.get(cluster) ?? []
    const shown = kinds.length > 0 || isShown(cluster)
    if (!shown) continue
    const name = fullName(cluster)
    const itself = own !== null && cluster.sort !== 'person' && bare(name) === own
    place.set(cluster, itself ? -1 : actors.length)
    if (itself) continue
    if (!byName.has(bare(name))) byName.set(bare(name), actors.length)
    actors.push({
      name,
      kind: kindOf(cluster, kinds, name, { outlets, isExhibit }),
      mentions: cluster.mentions.map(({ range }) => range),
      cores: cluster.mentions.map(({ core }) => core),
    })
  }
  const actorOf = (mention: Mention) => {
    const cluster = clusterOf.get(mention)
    return cluster ? (place.get(cluster) ?? null) : null
  }
  const newOutlet = (named: string, range: WordRange) => {
    const name = unarticled(named)
    const known = byName.get(bare(name))
    if (known !== undefined) return known
    byName.set(bare(name), actors.length)
    actors.push({ name, kind: 'outlet', mentions: [range], cores: [range] })
    return actors.length - 1
  }
  const told = drafts.map(({ channel }) => {
    if (!channel) return null
    if (outlets.isSelf(text(channel))) return -1
    for (const mention of within(mentions, ({ range }) => range, channel)) {
      const named = text(mention.range)
      if (own !== null && bare(named) === own) return -1
      if (!outlets.isOutlet(named)) continue
      const known = actorOf(mention)
      if (known !== null) return known
      return newOutlet(named, mention.range)
    }
    // A mention may run on past the medium: "Radio Marel on Monday".
    const named = text(channel)
    if (own !== null && bare(named) === own) return -1
    return outlets.isOutlet(named) ? newOutlet(named, channel) : null
  })
  const addressed = drafts.map(({ addressee }) => {
    const mention = addressee && within(mentions, ({ range }) => range, addressee)[0]
    return mention ? actorOf(mention) : null
  })
  return {
    actors,
    addressed,
    of: mentionOf.map((found) => [...new Set(found.flatMap((m) => actorOf(m) ?? []))]),
    told,
    notes: shared.map(({ mention, chosen, others }) => {
      const names = [chosen, ...others.slice(0, LISTED)].map(fullName)
      const rest = others.length - LISTED
      const last = rest > 0 ? `one of ${rest} others` : names.pop()
      return {
        code: 'name-shared',
        message: `"${text(mention.core)}" can be ${names.join(', ')} or ${last}; it was read as ${names[0]}, who was named last.`,
        ...spanOf(tokens, mention.core),
      }
    }),
  }
}

/** Entities with the places of the map: a name of one word that the model took for a person's, or for nothing, may be one. */
function withPlaces(
  tokens: Tokens,
  entities: readonly Entity[],
  places: readonly Place[],
): Entity[] {
  const taken = new Map<number, Entity>()
  for (const entity of entities) taken.set(spanOf(tokens, entity.range).start, entity)
  const named = new Set<number>()
  for (const {
    range: [a, b],
  } of entities)
    for (let k = a; k < b; k++) named.add(k)
  const wordFrom = new Map(tokens.words.map(({ start }, k) => [start, k]))
  const found = new Set<Entity>()
  const located: Entity[] = []
  for (const { start, end, lat } of places) {
    const first = wordFrom.get(start)
    if (first === undefined || lat === null) continue
    let last = first + 1
    while ((tokens.words[last]?.end ?? Infinity) <= end) last++
    const entity = taken.get(start)
    if (entity && (entity.kind !== 'PER' || entity.range[1] - entity.range[0] !== last - first))
      continue
    const inside = Array.from({ length: last - first }, (_, k) => first + k)
    if (!entity && inside.some((k) => named.has(k))) continue
    if (entity) found.add(entity)
    located.push({ kind: 'LOC', range: [first, last] })
  }
  return [...entities.filter((entity) => !found.has(entity)), ...located].sort(
    (a, b) => a.range[0] - b.range[0],
  )
}

/** Of those who share a name, as many are listed in a note. */
const LISTED = 10

function listed<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

const unarticled = (phrase: string) =>
  phrase.replace(/^(?:the|a|an) /iu, '').replace(/(?<=.)['’]s?$/u, '')
const bare = (name: string) => unarticled(name).toLowerCase()

/** Besides sources, all who are named, and who is spoken of twice. */
const isShown = ({ sort, mentions }: Cluster) =>
  (sort === 'person' || sort === 'group') &&
  mentions.some(({ form }) => form !== 'pronoun' || mentions.length > 1)

/** Per word inside quotation marks: who speaks there, by the smallest statement around it. */
function speakers(
  tokens: Tokens,
  drafts: readonly Draft[],
  mentionOf: readonly Mention[][],
): (Mention | undefined)[] {
  const at = new Array<Mention | undefined>(tokens.words.length)
  const size = ({ content }: Draft) => content.reduce((sum, [a, b]) => sum + b - a, 0)
  const widest = drafts
    .map((_, i) => i)
    .sort((a, b) => size(drafts[b] as Draft) - size(drafts[a] as Draft))
  for (const i of widest)
    for (const [a, b] of drafts[i]?.content ?? [])
      for (let k = a; k < b; k++)
        if (tokens.quotes[k] === QUOTE.inside && mentionOf[i]?.[0]) at[k] = mentionOf[i][0]
  return at
}

/** The fullest name; without one, the fullest description. */
function nameOf({ mentions }: Cluster, text: (range: WordRange) => string): string {
  const longest = (found: readonly Mention[], range: (m: Mention) => WordRange) =>
    found
      .map((m) => unarticled(text(range(m))))
      .reduce((best, name) => (name.length > best.length ? name : best), '')
  const named = mentions.filter(({ form }) => form === 'name')
  const described = mentions.filter(({ form }) => form === 'noun')
  return (
    longest(named, ({ core }) => core) ||
    longest(
      described.filter(({ range: [a, b] }) => b - a <= 14),
      ({ range }) => range,
    ) ||
    longest(mentions, ({ range }) => range)
  )
}

/** As the model heard it most often, held to what the words allow: who has no name is unnamed, a body is no person. */
function kindOf(
  { mentions, sort, plural }: Cluster,
  kinds: readonly ActorKind[],
  name: string,
  { outlets, isExhibit }: Pick<People, 'outlets' | 'isExhibit'>,
): ActorKind {
  const named = mentions.some(({ form }) => form === 'name')
  const described = !named && mentions.some(({ form }) => form === 'noun')
  const count = (kind: ActorKind) => kinds.filter((k) => k === kind).length
  const heard = [...new Set(kinds)].sort((a, b) => count(b) - count(a))[0]
  const unnamed = plural && heard !== 'unnamed-person' ? 'unnamed-group' : 'unnamed-person'
  if (described && !/^\p{Lu}/u.test(name) && isExhibit(name)) return 'document'
  if (named && sort === 'group' && outlets.isOutlet(name)) return 'outlet'
  if (sort === 'person') {
    if (named) return heard === 'organization' || heard === 'outlet' ? heard : 'person'
    const unknown = described && mentions.every(({ definite }) => !definite)
    return heard === undefined || heard === 'organization' || (heard === 'person' && unknown)
      ? unnamed
      : heard
  }
  if (heard === undefined) return 'organization'
  const body = named || sort === 'group'
  return body && (heard === 'person' || heard === 'unnamed-person') ? 'organization' : heard
}
