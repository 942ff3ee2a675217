import { textSpan, type Span, type Statement } from '../record/index.js'
import { anchorOf, type Anchor } from './anchor.js'
import type { ActorAnchor, StatementAnchor, StatementState } from './correction.js'
import { findActor, type Edit, type EditedActor } from './edit.js'
import { statementOf, type Draft } from './draft.js'
import { findStatement } from './find-statement.js'
import { locate } from './locate.js'
import { unfit } from './unfit.js'

/** Places by which an actor is known again. */
const MENTIONS = 3

/** What a statement says, with anchors where ids and spans stand. */
export function stateOf(draft: Draft, statement: Statement): StatementState {
  const { cue, source, content, channel, parent } = statement
  const anchor = (span: Span | null) => span && anchorOf(draft.text, span)
  return {
    cue: anchor(spanOfCue(statement)),
    source: anchor(source),
    content: content.map((span) => anchorOf(draft.text, span)),
    act: cue.act,
    negated: cue.negated,
    parent:
      parent === null ? null : anchorStatement(draft, statementOf(draft, parent) as Statement),
    channel: anchor(channel),
    actors: (source?.actors ?? []).map((id) => anchorActor(draft, id)),
  }
}

export function anchorStatement({ text }: Draft, statement: Statement): StatementAnchor {
  const cue = spanOfCue(statement)
  return {
    cue: cue && anchorOf(text, cue),
    content: statement.content.map((span) => anchorOf(text, span)),
    ...(statement.corrected && { corrected: statement.corrected }),
  }
}

export function spanOfCue({ cue: { start, end } }: Statement): Span | null {
  return start === null || end === null ? null : { start, end }
}

function anchorActor({ text, actors, made }: Draft, id: string): ActorAnchor {
  const actor = actors.find((each) => each.id === id)
  if (id === 'a0') {
    return { name: actor?.name ?? 'the outlet', kind: 'outlet', mentions: [], outlet: true }
  }
  const { name = '', kind = 'person', mentions = [] } = actor ?? {}
  // Whoever stands at these words in the reading, a person has just said that it is another.
  if (made.has(id)) return { name, kind, mentions: [] }
  const naming = mentions.filter((mention) => mention.text.includes(name))
  const telling = [...new Set([...naming, ...mentions])].slice(0, MENTIONS)
  return { name, kind, mentions: telling.map((mention) => anchorOf(text, mention)) }
}

/**
 * A state, or part of one, in terms of the draft in front of us.
 * @throws HearsayError `correction-unfit` when words of it are nowhere to be found, or its parent is not.
 */
export function editOf(draft: Draft, state: Partial<StatementState>): Edit {
  const { cue, source, content, act, negated, channel, parent, actors } = state
  const at = (anchor: Anchor) => placed(draft.text, anchor)
  const orNull = (anchor: Anchor | null) => anchor && at(anchor)
  return {
    ...(cue !== undefined && { cue: orNull(cue) }),
    ...(source !== undefined && { source: orNull(source) }),
    ...(content !== undefined && { content: content.map(at) }),
    ...(act !== undefined && { act }),
    ...(negated !== undefined && { negated }),
    ...(channel !== undefined && { channel: orNull(channel) }),
    ...(actors !== undefined && { actors: actors.map((actor) => actorIn(draft, actor)) }),
    ...(parent !== undefined && { parent: parent && parentIn(draft, parent) }),
  }
}

/** A whole state in terms of the draft; a parent that is not there is left to follow from the words. */
export function wholeEdit(draft: Draft, { parent, ...state }: StatementState): Edit {
  const found = parent && findStatement(draft, parent)
  return { ...editOf(draft, state), ...((found || !parent) && { parent: found?.id ?? null }) }
}

function placed(text: string, anchor: Anchor): Span {
  const found = locate(text, anchor)
  if (!found) throw gone(anchor)
  return textSpan(text, found.start, found.end)
}

/** Says which words are not in the text any more, and where they were. */
export function gone({ exact, start }: Anchor): Error {
  const words = exact.replace(/\s+/gu, ' ')
  const quote = words.length > 60 ? `${words.slice(0, 59)}…` : words
  return unfit(`The words “${quote}”, once at offset ${start}, are not found in the text.`)
}

function parentIn(draft: Draft, anchor: StatementAnchor): string {
  const parent = findStatement(draft, anchor)
  if (parent) return parent.id
  const words = (anchor.cue ?? anchor.content[0])?.exact ?? ''
  throw unfit(`The statement with the cue “${words}” that was to be the parent is not found.`)
}

function actorIn(draft: Draft, { name, kind, mentions, outlet }: ActorAnchor): EditedActor {
  if (outlet) return 'a0'
  const places = mentions.flatMap((mention) => locate(draft.text, mention) ?? [])
  return findActor(draft, { name, kind, mentions: places }) ?? { name, kind, mentions: places }
}
