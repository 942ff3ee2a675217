import {
  createScorer,
  resolveActors,
  type Cluster,
  type Link,
  type Mention,
} from '../coreference/index.js'
import type { People } from '../lexicon/index.js'
import { argmax, MENTION_TYPES } from '../model/index.js'
import {
  ACTOR_KINDS,
  type ActorKind,
  type Article,
  type Note,
  type StopSignal,
} from '../record/index.js'
import { spanOf, textOf, within, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { ActorDraft, Cast, Draft, Meant, Mentioned } from './types.js'

/** Who everybody is: all mentions of people and bodies grouped, and for each statement its sources and the outlet told. */
export function castActors(
  article: Pick<Article, 'outlet'>,
  tokens: Tokens,
  drafts: readonly Draft[],
  { mentions, mentionOf, speech }: Mentioned,
  antecedents: Readonly<Record<string, number>>,
  { words, outlets }: Pick<People, 'words' | 'outlets'>,
  stop?: StopSignal,
): Cast {
  const { clusters, links } = resolveActors(
    tokens,
    mentions,
    words,
    { ...speech, stop },
    createScorer(antecedents),
  )
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.mentions.map((m) => [m, cluster])),
  )
  const speaking = new Set(
    mentionOf.flatMap((found) => found.flatMap((m) => clusterOf.get(m) ?? [])),
  )

  const called = new Map(clusters.map((cluster) => [cluster, calledBy(cluster, tokens)]))
  const nameOf = (cluster: Cluster) => (called.get(cluster) as Called).name
  const text = (range: WordRange) => textOf(tokens, range)
  const own = article.outlet ? bare(article.outlet) : null
  const actors: ActorDraft[] = []
  const place = new Map<Cluster, number>()
  const byName = new Map<string, number>()
  for (const cluster of clusters) {
    const kind = kindOf(cluster, speaking.has(cluster))
    if (kind === null) continue
    const name = nameOf(cluster)
    const itself = own !== null && kind !== 'person' && bare(name) === own
    place.set(cluster, itself ? -1 : actors.length)
    if (itself) continue
    if (!byName.has(bare(name))) byName.set(bare(name), actors.length)
    actors.push({
      name,
      kind: kind === 'organization' && outlets.isOutlet(name) ? 'outlet' : kind,
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
  const asked = new Set(mentionOf.flat())
  const notes = [...links].flatMap(([mention, link]): Note[] => {
    const cluster = clusterOf.get(mention)
    if (!cluster) return []
    const doubt = whoDoubt(link, cluster, asked.has(mention))
    return doubt ? [{ ...doubt, ...spanOf(tokens, mention.range) }] : []
  })
  return {
    actors,
    addressed,
    of: mentionOf.map((found) => [...new Set(found.flatMap((m) => actorOf(m) ?? []))]),
    told,
    meant: mentionOf.map((found) => found.flatMap((mention) => meantBy(mention) ?? [])),
    notes,
  }

  /** Whom else a mention may mean: of a name all whom it fits, of a source that is not sure the next likeliest. */
  function whoDoubt(
    { mention, probability, other, alike }: Link,
    cluster: Cluster,
    speaks: boolean,
  ): Pick<Note, 'code' | 'message'> | null {
    const phrase = text(mention.range)
    const taken = nameOf(cluster)
    if (alike.length > 0) {
      const names = [cluster, ...alike.slice(0, LISTED)].map(nameOf)
      const rest = alike.length - LISTED
      const last = rest > 0 ? `one of ${rest} others` : names.pop()
      return {
        code: 'name-shared',
        message: `“${phrase}” can be ${names.join(', ')} or ${last}; it was read as ${taken}.`,
      }
    }
    if (!speaks || probability >= SURE || mention.form === 'noun' || cluster.mentions.length < 2)
      return null
    const next = other && nameOf(other)
    if (next === null || next === taken) return null
    return {
      code: 'who-unsure',
      message: `“${phrase}” was read as ${taken}; it may be ${next}.`,
    }
  }

  function meantBy(mention: Mention): Meant | null {
    const cluster = clusterOf.get(mention)
    if (!cluster) return null
    const { by: naming } = called.get(cluster) as Called
    return {
      ...{ mention, cluster, naming },
      link: links.get(mention) ?? null,
      namingLink: links.get(naming) ?? null,
    }
  }
}

/** Below this probability another reading is named. */
const SURE = 0.6
/** Of those who share a name, as many are listed in a note. */
const LISTED = 10

const unarticled = (phrase: string) =>
  phrase.replace(/^(?:the|a|an) /iu, '').replace(/(?<=.)['’]s?$/u, '')
const bare = (name: string) => unarticled(name).toLowerCase()

interface Called {
  readonly name: string
  /** The mention that it is taken from. */
  readonly by: Mention
}

/** The fullest name; without one, the fullest description, up to what is said of it in a clause of its own. */
function calledBy({ mentions }: Cluster, tokens: Tokens): Called {
  const upToClause = ({ range: [first, end], head }: Mention): WordRange => {
    for (let k = head + 1; k < end; k++)
      if (/^(?:,|who|whom|whose|which|that|[(–—])$/iu.test(wordAt(tokens, k))) return [first, k]
    return [first, end]
  }
  const longest = (found: readonly Mention[], range: (m: Mention) => WordRange) =>
    found
      .map((by): Called => ({ name: unarticled(textOf(tokens, range(by))), by }))
      .sort((a, b) => b.name.length - a.name.length)[0]
  const named = mentions.filter(({ form }) => form === 'name')
  const described = mentions.filter(({ form }) => form === 'noun')
  return (longest(named, ({ core }) => core) ??
    longest(described, upToClause) ??
    longest(mentions, ({ range }) => range)) as Called
}

/** The likeliest type of all its mentions; null for who is no actor: neither a source nor a person or body by name. */
function kindOf({ types, names }: Cluster, speaks: boolean): ActorKind | null {
  const type = MENTION_TYPES[argmax(types)] ?? 'none'
  if (!speaks) return names.length > 0 && isNamed(type) ? type : null
  const logits = ACTOR_KINDS.map((kind) => types[MENTION_TYPES.indexOf(kind)] ?? -Infinity)
  return ACTOR_KINDS[argmax(logits)] ?? 'organization'
}
const isNamed = (type: string): type is ActorKind =>
  type === 'person' || type === 'organization' || type === 'outlet'
