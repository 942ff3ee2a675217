import { acyclic } from '../derive/index.js'
import { textSpan, type Act, type ActorKind, type Span, type Statement } from '../record/index.js'
import { follow, nests, placeOf, statementOf, type Draft } from './draft.js'

/** An actor that a source stands for: one of the ledger's by id, or one to be found or made. */
export type EditedActor = string | { name: string; kind: ActorKind; mentions?: readonly Span[] }

/** What is to stand in a statement, in terms of the draft; what is left out stays as it is. */
export interface Edit {
  cue?: Span | null
  source?: Span | null
  content?: readonly Span[]
  act?: Act
  negated?: boolean
  parent?: string | null
  channel?: Span | null
  actors?: readonly EditedActor[]
}

/** Makes a statement say what `edit` says; the parents that follow from the spans follow. */
export function revise(draft: Draft, id: string, edit: Edit): void {
  nesting(draft, () => apply(draft, statementOf(draft, id) as Statement, edit))
}

/** Puts a statement in where it belongs in the text, and answers with its id. */
export function insert(draft: Draft, edit: Edit): string {
  const statement = blank(draft.nextId('s'))
  nesting(draft, () => {
    apply(draft, statement, edit)
    const at = draft.statements.findIndex((each) => placeOf(each) > placeOf(statement))
    draft.statements.splice(at < 0 ? draft.statements.length : at, 0, statement)
  })
  return statement.id
}

/** Takes a statement out; what stood in it goes to the one that it stood in. */
export function remove(draft: Draft, id: string): void {
  const at = draft.statements.findIndex((statement) => statement.id === id)
  const [{ parent }] = draft.statements.splice(at, 1) as [Statement]
  for (const child of draft.statements) if (child.parent === id) follow(draft, child, parent)
}

function blank(id: string): Statement {
  return {
    id,
    parent: null,
    chain: ['a0'],
    remove: null,
    source: null,
    cue: { start: null, end: null, text: null, act: 'assert', negated: false },
    content: [],
    quotation: 'indirect',
    channel: null,
    said: null,
    confidence: 1,
    doubts: [],
  }
}

/** Lets the parents follow that stood where the spans put them and that no person has set. */
function nesting(draft: Draft, change: () => void): void {
  const before = nests(draft.statements)
  change()
  const after = nests(draft.statements)
  for (const statement of draft.statements) {
    // A parent that was set to where the words put it follows the words.
    if (statement.parent === after.get(statement.id)) draft.settled.delete(statement.id)
    const [was, is] = [before.get(statement.id) ?? null, after.get(statement.id) ?? null]
    if (draft.settled.has(statement.id) || statement.parent !== was || is === was) continue
    if (!loops(draft, statement.id, is)) follow(draft, statement, is)
  }
}

/** Whether `id` would stand in itself, were `parent` its parent. */
export function loops(draft: Draft, id: string, parent: string | null): boolean {
  return !acyclic(id, (each) => (each === id ? parent : (statementOf(draft, each)?.parent ?? null)))
}

function apply(draft: Draft, statement: Statement, edit: Edit): void {
  const spanOf = ({ start, end }: Span) => textSpan(draft.text, start, end)
  const { cue, source, content, channel, parent } = edit
  if (cue !== undefined) {
    const none = { start: null, end: null, text: null }
    statement.cue = { ...statement.cue, ...(cue ? spanOf(cue) : none) }
  }
  statement.cue = {
    ...statement.cue,
    ...(edit.act !== undefined && { act: edit.act }),
    ...(edit.negated !== undefined && { negated: edit.negated }),
  }
  if (content !== undefined) {
    statement.content = content.map(spanOf).sort((a, b) => a.start - b.start)
    statement.quotation = draft.quotation(statement.content)
  }
  if (channel !== undefined) {
    const told = channel && mentionedAt(draft, channel).find(({ kind }) => kind === 'outlet')
    statement.channel = channel && { ...spanOf(channel), actor: told?.id ?? null }
  }
  if (source !== undefined || edit.actors !== undefined)
    setSource(draft, statement, source, edit.actors)
  if (parent !== undefined) {
    statement.parent = parent
    draft.settled.add(statement.id)
  }
}

function setSource(
  draft: Draft,
  statement: Statement,
  span: Span | null | undefined,
  actors: readonly EditedActor[] | undefined,
): void {
  const old = statement.source
  const at = span === undefined ? old : span
  if (!at) {
    statement.source = null
    return
  }
  const ids = actors?.length
    ? actors.map((actor) => actorId(draft, actor))
    : actorsAt(draft, at, old)
  const spoke = [...new Set(ids)]
  statement.source = {
    ...textSpan(draft.text, at.start, at.end),
    actor: spoke[0] as string,
    actors: spoke,
  }
  if (spoke.length === 1) moveMention(draft, statement, spoke[0] as string, old)
}

/** Whom the words of a source stand for where nobody said so: who is mentioned by just these words, who it was, who else is mentioned in them, or somebody new. */
function actorsAt(draft: Draft, span: Span, old: Statement['source']): string[] {
  const here = mentionedAt(draft, span)
  const exact = here.find(({ mentions }) => mentions.some((mention) => same(mention, span)))
  if (exact) return [exact.id]
  if (old && meets(old, span)) return old.actors
  const name = textSpan(draft.text, span.start, span.end).text.replace(/\s+/gu, ' ').trim()
  const kind = /\p{Lu}/u.test(name.split(' ').at(-1) ?? '') ? 'person' : 'unnamed-person'
  return [here[0]?.id ?? actorId(draft, { name, kind })]
}

const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end
const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Who is mentioned in a span, the longest mention first. */
function mentionedAt({ actors }: Draft, span: Span) {
  const inside = (mention: Span) => span.start <= mention.start && mention.end <= span.end
  const longest = (mentions: readonly Span[]) =>
    Math.max(0, ...mentions.filter(inside).map(({ start, end }) => end - start))
  return actors
    .filter(({ mentions }) => mentions.some(inside))
    .sort((a, b) => longest(b.mentions) - longest(a.mentions))
}

/** The id of an actor that is there by mention or by name; made when it is not. */
function actorId(draft: Draft, actor: EditedActor): string {
  if (typeof actor === 'string') return actor
  const known = findActor(draft, actor)
  if (known) return known
  const id = draft.nextId('a')
  draft.made.add(id)
  const mentions = (actor.mentions ?? []).map(({ start, end }) => textSpan(draft.text, start, end))
  const { name, kind } = actor
  draft.actors.push({ id, name, kind, title: null, justification: null, mentions })
  return id
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase().trim()

/** An actor of the draft: mentioned at one of these places, by this name if several are; else of this name and kind. */
export function findActor(
  { actors }: Draft,
  { name, kind, mentions = [] }: Exclude<EditedActor, string>,
): string | null {
  const shared = (of: readonly Span[], how: (a: Span, b: Span) => boolean) =>
    of.filter((mention) => mentions.some((place) => how(mention, place))).length
  const here = actors
    .filter((actor) => shared(actor.mentions, meets) > 0)
    .sort((a, b) => shared(b.mentions, same) - shared(a.mentions, same))
  const named = ({ name: its }: { name: string }) => folded(its) === folded(name)
  const found = here.find(named) ?? actors.find((actor) => named(actor) && actor.kind === kind)
  return (found ?? here[0])?.id ?? null
}

/** The words of a source are a mention of whom they stand for, and no longer of whom they stood for. */
function moveMention(
  draft: Draft,
  statement: Statement,
  to: string,
  old: Statement['source'],
): void {
  const { start, end } = statement.source as Span
  const here = textSpan(draft.text, start, end)
  const used = (span: Span) =>
    draft.statements.some(({ id, source }) => id !== statement.id && source && same(source, span))
  // Words that were too many or too few for the source were so for the mention.
  const outdated = (mention: Span) =>
    old !== null && same(mention, old) && meets(old, here) && !used(old)
  for (const actor of draft.actors) {
    if (actor.id === to) {
      const others = actor.mentions.filter((mention) => !same(mention, here) && !outdated(mention))
      actor.mentions = [...others, here].sort((a, b) => a.start - b.start || a.end - b.end)
    } else if (old?.actors.includes(actor.id)) {
      actor.mentions = actor.mentions.filter((mention) => !same(mention, here))
    }
  }
}
