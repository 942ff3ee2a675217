import type { Statement } from '../record/index.js'
import type { Disagreement, StatementState } from './correction.js'
import { statementOf, type Draft } from './draft.js'
import type { Edit } from './edit.js'
import { shown } from './unfit.js'
import { spanOfCue } from './state.js'

/** A part of a statement that a person has spoken of. */
export type Part = keyof StatementState

interface Claim {
  correction: string
  /** What the person says, and what the readings said that they knew. */
  is: string
  known: Set<string>
}

/** What people say of each statement, by its id; later words replace earlier ones. */
export class Claims {
  private readonly of = new Map<string, Map<Part, Claim>>()
  /** Statements that the reading lacks, although it, or an earlier one, had them. */
  private readonly lacking = new Map<string, string>()

  /** @param was What stood there when the person spoke; empty for what they only confirmed. */
  note(draft: Draft, id: string, correction: string, parts: readonly Part[], was: Edit): void {
    const statement = statementOf(draft, id) as Statement
    const claims = this.of.get(id) ?? new Map<Part, Claim>()
    for (const part of parts) {
      const known = claims.get(part)?.known ?? new Set()
      const before = worded(draft, part, was)
      if (before !== null) known.add(before)
      if (part === 'parent') for (const each of draft.former.get(id) ?? []) known.add(String(each))
      claims.set(part, { correction, is: said(draft, statement, part), known })
    }
    this.of.set(id, claims)
  }

  lack(id: string, correction: string): void {
    this.lacking.set(id, correction)
  }

  drop(id: string): void {
    this.of.delete(id)
    this.lacking.delete(id)
  }

  /** Where a reading says what no person knew of when they said otherwise. */
  against(draft: Draft, reading: readonly Statement[]): Disagreement[] {
    const missing = [...this.lacking].map(([statement, correction]): Disagreement => {
      return { statement, correction, why: 'The reading has no such statement.' }
    })
    const different = reading.flatMap((read) => {
      const claims = [...(this.of.get(read.id) ?? [])]
      const news = claims.filter(([part, { is, known }]) => {
        const now = said(draft, read, part)
        return now !== is && !known.has(now)
      })
      return [...new Set(news.map(([, { correction }]) => correction))].map((correction) => {
        const parts = news.filter(([, claim]) => claim.correction === correction)
        const why = parts.map(([part]) => `${part}: the reading has ${readable(draft, read, part)}`)
        return { statement: read.id, correction, why: `${why.join('; ')}.` }
      })
    })
    return [...missing, ...different]
  }
}

const MARKS = /[\s"'“”‘’«».,;:]/u

/** A part of a statement in a form that can be compared; marks and spaces at the ends of spans are of no weight. */
function said(draft: Draft, statement: Statement, part: Part): string {
  const { cue, source, content, channel, parent } = statement
  const actors = source?.actors ?? []
  const { act, negated } = cue
  const edit = { cue: spanOfCue(statement), source, content, channel, parent, actors, act, negated }
  return worded(draft, part, edit) ?? ''
}

function worded(draft: Draft, part: Part, edit: Edit): string | null {
  if (part === 'actors') {
    const named = edit.actors?.map((actor) => (typeof actor === 'string' ? actor : actor.name))
    return named?.join(', ') ?? null
  }
  if (part === 'act' || part === 'negated' || part === 'parent') {
    return part in edit ? String(edit[part]) : null
  }
  const span = edit[part]
  if (span === undefined) return null
  const bare = [span ?? []].flat().map(({ start, end }) => {
    let [from, to] = [start, end]
    while (from < to && MARKS.test(draft.text[from] as string)) from++
    while (from < to && MARKS.test(draft.text[to - 1] as string)) to--
    return `${from}-${to}`
  })
  return bare.join(' ')
}

function readable(draft: Draft, statement: Statement, part: Part): string {
  const { cue, source, content, channel, parent } = statement
  const quoted = (span: { start: number; end: number } | null) =>
    span ? shown(draft.text, span) : 'none'
  const nameOf = (id: string) => draft.actors.find((actor) => actor.id === id)?.name ?? id
  const words: Record<Part, () => string> = {
    cue: () => quoted(spanOfCue(statement)),
    source: () => quoted(source),
    content: () => content.map(quoted).join(' … ') || 'none',
    channel: () => quoted(channel),
    act: () => cue.act,
    negated: () => (cue.negated ? 'a negation' : 'no negation'),
    parent: () => parent ?? 'none',
    actors: () => source?.actors.map(nameOf).join(', ') ?? 'nobody',
  }
  return words[part]()
}
