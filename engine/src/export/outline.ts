import type { Statement } from '../record/index.js'

/** A statement in its place: `depth` relayers stand above it, `children` are the ones it relays. */
export interface OutlineEntry {
  statement: Statement
  depth: number
  children: Statement[]
}

/**
 * Every statement once, each followed by those it relays. A statement whose parent is missing (filtered out)
 * stands at the top.
 */
export function outline(statements: readonly Statement[]): OutlineEntry[] {
  const ids = new Set(statements.map((statement) => statement.id))
  const children = new Map<string, Statement[]>()
  const tops: Statement[] = []
  for (const statement of statements) {
    const { parent } = statement
    if (parent === null || !ids.has(parent) || parent === statement.id) tops.push(statement)
    else children.set(parent, [...(children.get(parent) ?? []), statement])
  }

  const entries: OutlineEntry[] = []
  const seen = new Set<Statement>()
  function visit(statement: Statement, depth: number): void {
    if (seen.has(statement)) return
    seen.add(statement)
    const below = children.get(statement.id) ?? []
    entries.push({ statement, depth, children: below })
    for (const child of below) visit(child, depth + 1)
  }
  for (const top of tops) visit(top, 0)
  // Parents that point at each other reach no top: what is left is listed rather than lost.
  for (const statement of statements) visit(statement, 0)
  return entries
}

/** The number a reader sees: `s14` is statement 14. */
export function numberOf(statement: Statement): string {
  return statement.id.replace(/^s(?=\d+$)/, '')
}

/** Where a statement stands in the text: its cue, else its source, else its first words. */
export function anchorOf(statement: Statement): number {
  return statement.cue.start ?? statement.source?.start ?? statement.content[0]?.start ?? 0
}
