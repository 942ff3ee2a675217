import { createScorer, resolveActors, type Cluster, type Mention } from '../coreference/index.js'
import type { People } from '../lexicon/index.js'
import { argmax, MENTION_TYPES } from '../model/index.js'
import {
  ACTOR_KINDS,
  type ActorKind,
  type Article,
  type Note,
  type StopSignal,
} from '../record/index.js'
import { spanOf, textOf, within, type Tokens, type WordRange } from '../text/index.js'
import type { Attributions } from './attributions.js'
import { sortMentions } from './mentions.js'
import type { ActorDraft, Cast, Draft, Tags } from './types.js'

/** Who everybody is: all mentions of people and bodies grouped, and for each statement its sources and the outlet told. */
export function castActors(
  article: Pick<Article, 'outlet'>,
  tokens: Tokens,
  tags: Tags,
  drafts: readonly Draft[],
  heard: Pick<Attributions, 'spans' | 'ends'>,
  antecedents: Readonly<Record<string, number>>,
  { words, outlets, isTitle }: People,
  stop?: StopSignal,
): Cast {
  const { mentions, mentionOf, speech } = sortMentions(tokens, tags, drafts, heard, {
    words,
    outlets,
    isTitle,
  })
  const { clusters, links } = resolveActors(
    tokens,
    mentions,
    words,
    speech,
    createScorer(antecedents),
  )
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.mentions.map((m) => [m, cluster])),
  )
  const speaking = new Set(
    mentionOf.flatMap((found) => found.flatMap((m) => clusterOf.get(m) ?? [])),
  )

  const text = (range: WordRange) => textOf(tokens, range)
  const own = article.outlet ? bare(article.outlet) : null
  const actors: ActorDraft[] = []
  const place = new Map<Cluster, number>()
  const byName = new Map<string, number>()
  for (const cluster of clusters) {
    const kind = kindOf(cluster, speaking.has(cluster))
    if (kind === null) continue
    const name = nameOf(cluster, text)
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
  const notes = [...new Set(mentionOf.flat())].flatMap((mention): Note[] => {
    const [link, cluster] = [links.get(mention), clusterOf.get(mention)]
    if (!link || !cluster || link.probability >= SURE || mention.form === 'noun') return []
    const [taken, other] = [nameOf(cluster, text), link.other && nameOf(link.other, text)]
    if (other === null || other === taken || cluster.mentions.length < 2) return []
    return [
      {
        code: 'who-unsure',
        message: `“${text(mention.range)}” was read as ${taken}; it may be ${other}.`,
        ...spanOf(tokens, mention.range),
      },
    ]
  })
  return {
    actors,
    addressed,
    of: mentionOf.map((found) => [...new Set(found.flatMap((m) => actorOf(m) ?? []))]),
    told,
    notes,
  }
}

/** Below this probability another reading is named. */
const SURE = 0.6

const unarticled = (phrase: string) =>
  phrase.replace(/^(?:the|a|an) /iu, '').replace(/(?<=.)['’]s?$/u, '')
const bare = (name: string) => unarticled(name).toLowerCase()

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

/** The likeliest type of all its mentions; null for who is no actor: neither a source nor a person or body by name. */
function kindOf({ types, names }: Cluster, speaks: boolean): ActorKind | null {
  const type = MENTION_TYPES[argmax(types)] ?? 'none'
  if (!speaks) return names.length > 0 && isNamed(type) ? type : null
  const logits = ACTOR_KINDS.map((kind) => types[MENTION_TYPES.indexOf(kind)] ?? -Infinity)
  return ACTOR_KINDS[argmax(logits)] ?? 'organization'
}
const isNamed = (type: string): type is ActorKind =>
  type === 'person' || type === 'organization' || type === 'outlet'
