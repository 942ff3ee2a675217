import { ACTOR_KINDS, ACTS, type Span, type Statement } from '../record/index.js'
import { statementOf, type Draft } from './draft.js'
import { loops, type Edit } from './edit.js'
import { shown, unfit } from './unfit.js'

/**
 * Refuses what would make the ledger unsound.
 * @param id The statement to be changed; null when one is to be added.
 * @throws HearsayError `correction-unfit`, naming what is wrong.
 */
export function checkEdit(draft: Draft, id: string | null, edit: Edit): void {
  const statement = id === null ? null : (statementOf(draft, id) as Statement)
  for (const [part, span] of spansOf(edit)) checkSpan(draft.text, part, span)
  checkWords(edit)
  checkContent(edit, statement)
  checkCue(draft, id, edit)
  checkParent(draft, id, edit.parent)
  checkActors(draft, edit, statement)
}

function spansOf({ cue, source, channel, content = [] }: Edit): [string, Span][] {
  const single = Object.entries({ cue, source, channel })
  return [
    ...single.flatMap(([part, span]): [string, Span][] => (span ? [[part, span]] : [])),
    ...content.map((span, i): [string, Span] => [`content[${i}]`, span]),
  ]
}

function checkSpan(text: string, part: string, { start, end }: Span): void {
  const whole = Number.isInteger(start) && Number.isInteger(end)
  if (!whole || start < 0 || start >= end || end > text.length)
    throw unfit(`${part}: [${start}, ${end}) is no span of a text of ${text.length} characters.`)
  if (text.slice(start, end).trim() === '')
    throw unfit(`${part}: [${start}, ${end}) holds no word. Give words of the article.`)
  for (const at of [start, end])
    if (/^[\uDC00-\uDFFF]/.test(text.slice(at)) && /[\uD800-\uDBFF]$/.test(text.slice(0, at)))
      throw unfit(`${part}: offset ${at} cuts a character in two. Move it by one.`)
}

function checkWords({ act, negated, actors = [] }: Edit): void {
  if (act !== undefined && !ACTS.includes(act))
    throw unfit(`There is no act ${String(act)}. Give one of: ${ACTS.join(', ')}.`)
  if (negated !== undefined && typeof negated !== 'boolean')
    throw unfit('negated is true or false.')
  for (const actor of actors) {
    if (typeof actor === 'string') continue
    if (typeof actor.name !== 'string' || actor.name.trim() === '')
      throw unfit('An actor has a name. Give one.')
    if (!ACTOR_KINDS.includes(actor.kind))
      throw unfit(`There is no kind ${String(actor.kind)}. Give one of: ${ACTOR_KINDS.join(', ')}.`)
  }
}

function checkContent({ content, act, cue }: Edit, statement: Statement | null): void {
  if (content !== undefined) {
    const ordered = [...content].sort((a, b) => a.start - b.start)
    const clash = ordered.find(({ start }, i) => start < (ordered[i - 1]?.end ?? 0))
    if (clash) throw unfit(`Fragments of the content overlap at offset ${clash.start}.`)
    const wasEmpty = statement?.content.length === 0
    if (content.length === 0 && !wasEmpty && (act ?? statement?.cue.act) !== 'decline')
      throw unfit('The content is empty. Only a refusal (decline) says nothing.')
  }
  const cueless = cue === undefined ? statement?.cue.start == null : cue === null
  if (cueless && (content ?? statement?.content ?? []).length === 0)
    throw unfit('A statement has a cue or a content. Give one of them.')
}

/** One cue, one statement. */
function checkCue({ statements, text }: Draft, id: string | null, { cue }: Edit): void {
  if (!cue) return
  const own = statements.find((statement) => statement.id === id)?.cue
  if (own?.start === cue.start && own.end === cue.end) return
  for (const { id: other, cue: taken } of statements) {
    if (other === id || taken.start === null || taken.end === null) continue
    if (cue.start < taken.end && taken.start < cue.end)
      throw unfit(`${shown(text, cue)} holds the cue of ${other}. Change that statement instead.`)
  }
}

function checkParent(draft: Draft, id: string | null, parent: string | null | undefined): void {
  if (parent == null) return
  if (!statementOf(draft, parent))
    throw unfit(`The parent ${parent} is no statement of this article.`)
  if (id !== null && loops(draft, id, parent))
    throw unfit(`${parent} stands in ${id} already, so it cannot be its parent.`)
}

function checkActors({ actors: known }: Draft, edit: Edit, statement: Statement | null): void {
  const { actors, source } = edit
  if (!actors || actors.length === 0) return
  const nobody = source === undefined ? !statement?.source : source === null
  if (nobody) throw unfit('No words name a source here. Give the source together with the actor.')
  // The outlet itself is an actor whether or not the ledger lists it.
  const ids = new Set(['a0', ...known.map(({ id }) => id)])
  const unknown = actors.find((actor) => typeof actor === 'string' && !ids.has(actor))
  if (unknown !== undefined) throw unfit(`The actor ${String(unknown)} is not in this article.`)
}
