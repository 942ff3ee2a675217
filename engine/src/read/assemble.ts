import { chainOf, quotationOf } from '../derive/index.js'
import {
  textSpan,
  type Actor,
  type Article,
  type EngineInfo,
  type Ledger,
  type Note,
  type Place,
  type Quantity,
  type Sentence,
  type Statement,
  type Time,
  type Wording,
} from '../record/index.js'
import { rangeIndex, spanOf, type Tokens, type WordRange } from '../text/index.js'
import type { Cast, Credentials, NestedDraft, Rating, Role } from './types.js'

export interface Parts {
  article: Article
  engine: EngineInfo
  tokens: Tokens
  sentences: Sentence[]
  drafts: readonly NestedDraft[]
  ratings: readonly Rating[]
  /** Statements below it are left out; nothing else changes. */
  /** Which statements are told. */
  told: readonly boolean[]
  cast: Cast
  credentials: readonly Credentials[]
  places: Place[]
  times: Time[]
  quantities: Quantity[]
  wording: Wording[]
  notes: Note[]
}

/** Drafts become statements with ids, chains and removes; the outlet itself is actor `a0`. */
export function assembleLedger({
  article,
  engine,
  tokens,
  sentences,
  drafts,
  ratings,
  told,
  cast,
  credentials,
  places,
  times,
  quantities,
  wording,
  notes,
}: Parts): Ledger {
  const { notes: doubts, ...kept } = article
  const { text } = article
  const spanText = (range: WordRange) => {
    const { start, end } = spanOf(tokens, range)
    return textSpan(text, start, end)
  }
  const timesIn = rangeIndex(times, ({ start, end }) => [start, end])
  const said = (range: WordRange) => {
    const span = spanText(range)
    const [time] = timesIn([span.start, span.end])
    return { ...span, date: dateOf(time) }
  }
  const shown = (i: number) => told[i] ?? false
  const linkOf = (i: number) => ({
    parent: drafts[i]?.parent ?? null,
    actor: idOf(cast.of[i]?.[0]),
    told: idOf(cast.told[i]),
  })
  const statements = drafts.map((draft, i): Statement => {
    const spoke = (cast.of[i] ?? []).map(actorId)
    const chain = chainOf(i, linkOf)
    const [actor] = spoke
    let { parent } = draft
    while (parent !== null && !shown(parent)) parent = drafts[parent]?.parent ?? null
    return {
      id: `s${i + 1}`,
      parent: parent === null ? null : `s${parent + 1}`,
      chain,
      remove: draft.source && actor ? chain.length - 1 : null,
      source: draft.source && actor ? { ...spanText(draft.source), actor, actors: spoke } : null,
      cue: { ...spanText(draft.cue), act: draft.act, negated: draft.negated },
      content: draft.content.map(spanText),
      quotation: quotationOf(tokens.quotes, draft.content),
      channel: draft.channel && { ...spanText(draft.channel), actor: idOf(cast.told[i]) },
      addressee: draft.addressee
        ? { ...spanText(draft.addressee), actor: idOf(cast.addressed[i]) }
        : null,
      said: draft.said && said(draft.said),
      confidence: ratings[i]?.confidence ?? 0,
      doubts: [...(ratings[i]?.doubts ?? [])],
    }
  })
  const actors = cast.actors.map(({ name, kind, mentions }, i): Actor => ({
    id: actorId(i),
    name,
    kind,
    title: credentials[i]?.title ?? null,
    justification: credentials[i]?.justification ?? null,
    mentions: mentions.map(spanText),
  }))
  return {
    contract: 1,
    engine,
    article: kept,
    sentences,
    statements: statements.filter((_, i) => shown(i)),
    actors: [outletActor(article), ...actors],
    places,
    times,
    quantities,
    wording,
    notes: onceEach([...(doubts ?? []), ...notes]),
  }
}

/** The outlet itself. */
export const outletActor = ({ outlet }: Pick<Article, 'outlet'>): Actor => ({
  id: 'a0',
  name: outlet ?? 'the outlet',
  kind: 'outlet',
  title: null,
  justification: null,
  mentions: [],
})

/** Notes that say the same come once, where they are said first. */
export function onceEach(notes: readonly Note[]): Note[] {
  const seen = new Set<string>()
  return notes.filter(({ code, message }) => {
    const said = `${code} ${message}`
    if (seen.has(said)) return false
    seen.add(said)
    return true
  })
}

/** The calendar's part of a resolved time: `2017-12-28` of `2017-12-28TMO`; a duration or "now" has none. */
function dateOf(time: Time | undefined): string | null {
  const dated = time?.type === 'DATE' || time?.type === 'TIME'
  return (dated && /^\d[^T]*/u.exec(time.value ?? '')?.[0]) || null
}

const actorId = (role: Role) => `a${role + 1}`
const idOf = (role: Role | null | undefined) => (role == null ? null : actorId(role))
