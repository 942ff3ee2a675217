import type { Change } from '@hearsay/contract'
import type { Revision, Span, Statement } from '@hearsay/engine/view'

/** All of a revision: a statement as it is being corrected. Without an actor, who speaks is as the words of the source say. */
export type Wanted = Required<Omit<Revision, 'actor'>> & {
  actor: NonNullable<Revision['actor']> | null
}

export function wantedOf({ source, cue, channel, content, parent }: Statement): Wanted {
  return {
    source: source && span(source),
    cue: cue.start === null || cue.end === null ? null : { start: cue.start, end: cue.end },
    channel: channel && span(channel),
    content: content.map(span),
    act: cue.act,
    negated: cue.negated,
    parent,
    actor: source?.actor ?? null,
  }
}

/** The fields in which `wanted` differs from the statement; null when it differs in none. */
export function revisionOf(statement: Statement, wanted: Wanted): Change | null {
  const before = wantedOf(statement)
  const after: Wanted = { ...wanted, content: tidy(wanted.content) }
  const names = (Object.keys(before) as (keyof Wanted)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  if (names.length === 0) return null
  const revision = Object.fromEntries(
    names
      .filter((name) => name !== 'actor' || after.actor !== null)
      .map((name) => [name, after[name]]),
  ) as Revision
  return { kind: 'revise', statement: statement.id, ...revision }
}

/** What was missed, as a statement of its own; without a parent of its own it goes where its cue stands. */
export function additionOf(wanted: Wanted): Change {
  const { source, cue, act, negated, parent, actor } = wanted
  const content = tidy(wanted.content)
  return {
    ...{ kind: 'add', cue, source, content, act, negated },
    ...(parent === null ? {} : { parent }),
    ...(actor === null ? {} : { actor }),
  }
}

/** Fragments in text order, those that touch or overlap as one. */
export function tidy(content: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const { start, end } of [...content].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

function span({ start, end }: Span): Span {
  return { start, end }
}
