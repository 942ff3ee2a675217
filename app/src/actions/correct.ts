import type { Act, ActorKind, Change, Correction, Ledger, Span, Statement } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { findWords } from './find-words.js'
import { show } from './show.js'
import { findTarget, partsOf } from './target.js'

/** What a person says of a statement, in words of the article. */
export interface Spoken {
  act?: Act
  cue?: string
  /** A quotation without a cue. */
  cueless?: boolean
  source?: string
  /** Nobody is named. */
  agentless?: boolean
  content?: readonly string[]
  channel?: string
  /** Another statement's id, or `none`. */
  parent?: string
  /** An actor's id in the ledger, or a name. */
  actor?: string
  kind?: ActorKind
  negated?: boolean
}

export type Deed = 'accept' | 'reject' | 'revise' | 'add'

/**
 * Corrects the statement that `3f2a91c4d5e6/s4` names; to add one, the article is enough.
 * @throws HearsayError `correction-unfit`, `words-not-found`, `statement-unknown`, and as `show` does.
 */
export async function correct(
  store: Store,
  id: string,
  deed: Deed,
  spoken: Spoken,
  by: string,
): Promise<Correction> {
  if (deed === 'add') {
    const ledger = await show(store, partsOf(id).article)
    const article = ledger.article.id.replace(/^sha256:/, '')
    return (await store.correct(article, additionOf(ledger, spoken), by)).correction
  }
  const { article, ledger, statement } = await findTarget(store, id)
  const change: Change =
    deed === 'revise'
      ? {
          kind: 'revise',
          statement: statement.id,
          ...revisionOf(ledger, placeOf(statement), spoken),
        }
      : { kind: deed, statement: statement.id }
  return (await store.correct(article, change, by)).correction
}

const placeOf = ({ cue, content }: Statement) => cue.start ?? content[0]?.start ?? 0

function additionOf(ledger: Ledger, spoken: Spoken): Change {
  const { text } = ledger.article
  // Of many places for a “said”, the one by its source is meant; of many for “he”, the one by its content.
  const given = [spoken.content?.[0], spoken.source, spoken.cue].filter(
    (words) => words !== undefined,
  )
  const near = given.slice(0, 2).reduce((from, words) => findWords(text, words, from).start, 0)
  const revision = revisionOf(ledger, near, spoken)
  return {
    kind: 'add',
    act: 'assert',
    ...revision,
    cue: revision.cue ?? null,
    source: revision.source ?? null,
    content: revision.content ?? [],
  }
}

function revisionOf(ledger: Ledger, near: number, spoken: Spoken) {
  const { act, cue, source, content, channel, parent, actor, negated, kind = 'person' } = spoken
  const at = (words: string): Span => findWords(ledger.article.text, words, near)
  const known = actor !== undefined && ledger.actors.some(({ id }) => id === actor)
  return {
    ...(act !== undefined && { act }),
    ...(negated !== undefined && { negated }),
    ...(cue !== undefined && { cue: at(cue) }),
    ...(spoken.cueless && { cue: null }),
    ...(source !== undefined && { source: at(source) }),
    ...(spoken.agentless && { source: null }),
    ...(content !== undefined && { content: content.map(at) }),
    ...(channel !== undefined && { channel: at(channel) }),
    ...(parent !== undefined && { parent: parent === 'none' ? null : parent }),
    ...(actor !== undefined && { actor: known ? actor : { name: actor, kind } }),
  }
}
