import type { Statement } from '../record/index.js'

/** A statement with those it relays; `depth` relayers stand above it. */
export interface Branch {
  statement: Statement
  depth: number
  children: Branch[]
}

/**
 * Every statement once, each over those it relays, in the order of the ledger. A statement whose parent is missing
 * (filtered out) stands at the top.
 */
export function outline(statements: readonly Statement[]): Branch[] {
  const ids = new Set(statements.map((statement) => statement.id))
  const tops: Statement[] = []
  const relayed = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { parent } = statement
    if (parent === null || !ids.has(parent)) tops.push(statement)
    else relayed.set(parent, [...(relayed.get(parent) ?? []), statement])
  }

  const seen = new Set<Statement>()
  function branches(from: readonly Statement[], depth: number): Branch[] {
    return from.flatMap((statement) => {
      if (seen.has(statement)) return []
      seen.add(statement)
      const children = branches(relayed.get(statement.id) ?? [], depth + 1)
      return [{ statement, depth, children }]
    })
  }
  // Parents that point at each other hang from no top: what is left is listed rather than lost.
  return [...branches(tops, 0), ...branches(statements, 0)]
}

/** The branches in reading order: each relayer, then those it relays. */
export function flatten(branches: readonly Branch[]): Branch[] {
  return branches.flatMap((branch) => [branch, ...flatten(branch.children)])
}

/** The number a reader sees: `s14` is statement 14. */
export function numberOf(statement: Statement): string {
  return statement.id.replace(/^s(?=\d+$)/, '')
}

/** Where a statement stands in the text: its cue, else its source, else its first words. */
export function anchorOf(statement: Statement): number {
  return statement.cue.start ?? statement.source?.start ?? statement.content[0]?.start ?? 0
}
