import type { Ledger } from './ledger.js'
import type { Span } from './span.js'
import type { Statement } from './statement.js'

/** The outlet itself: last in every chain, and an actor whether or not the ledger lists it. */
const OUTLET = 'a0'

/** A span as a problem names it: `s3.content[1]`. `text` is undefined where the contract carries none. */
interface NamedSpan extends Span {
  name: string
  text?: string
}

/**
 * What is wrong with `ledger`, in words, one problem each; empty when it keeps the contract: spans lie
 * inside the text and carry their characters, ids are unique, parents and actors exist, every chain
 * ends at the outlet. Fields and their types are the JSON Schema's matter. Never throws on a ledger
 * that the schema accepts.
 */
export function checkLedger(ledger: Ledger): string[] {
  const actors = new Set([OUTLET, ...ledger.actors.map((actor) => actor.id)])
  const parents = parentProblems(ledger.statements)
  return [
    ...namedSpans(ledger).flatMap((span) => spanProblems(span, ledger.article.text)),
    ...repeats(ledger.statements, 'statement'),
    ...repeats(ledger.actors, 'actor'),
    ...ledger.statements.flatMap((statement) => [
      ...named(statement.id, parents.get(statement.id)),
      ...actorProblems(statement, actors),
      ...chainProblems(statement),
      ...orderProblems(statement),
    ]),
  ]
}

const named = (id: string, problem: string | null | undefined) =>
  problem ? [`${id}: ${problem}`] : []

function namedSpans(ledger: Ledger): NamedSpan[] {
  const listed = (name: string, spans: readonly Span[]) =>
    spans.map((span, index) => ({ ...span, name: `${name}[${index}]` }))
  return [
    ...listed('sentences', ledger.sentences),
    ...ledger.statements.flatMap(statementSpans),
    ...ledger.actors.flatMap((actor) => listed(`${actor.id}.mentions`, actor.mentions)),
    ...listed('places', ledger.places),
    ...listed('times', ledger.times),
    ...listed('quantities', ledger.quantities),
    ...listed('wording', ledger.wording),
    ...ledger.notes.flatMap(({ code, start, end }) =>
      start === undefined || end === undefined ? [] : [{ name: `note ${code}`, start, end }],
    ),
  ]
}

function statementSpans(statement: Statement): NamedSpan[] {
  const { id, source, cue, content, channel, addressee, said } = statement
  const spans: NamedSpan[] = Object.entries({ source, channel, addressee, said }).flatMap(
    ([name, span]) => (span ? [{ ...span, name: `${id}.${name}` }] : []),
  )
  const { start, end, text } = cue
  if (start !== null && end !== null && text !== null) {
    spans.push({ start, end, text, name: `${id}.cue` })
  }
  return [...spans, ...content.map((span, index) => ({ ...span, name: `${id}.content[${index}]` }))]
}

function spanProblems({ name, start, end, text }: NamedSpan, article: string): string[] {
  if (!(start >= 0 && start < end && end <= article.length)) {
    return [`${name}: [${start}, ${end}) is not a span of a text of ${article.length} code units`]
  }
  const slice = article.slice(start, end)
  if (text === undefined || text === slice) return []
  return [`${name}: text is ${JSON.stringify(text)}, but the article has ${JSON.stringify(slice)}`]
}

function repeats(things: readonly { id: string }[], noun: string): string[] {
  const seen = new Set<string>()
  return things.flatMap(({ id }) => {
    if (seen.has(id)) return [`${noun} id ${id} is used twice`]
    seen.add(id)
    return []
  })
}

/** By statement id, what is wrong with the parents above it, null where nothing is; each is walked once, however deep. */
function parentProblems(statements: readonly Statement[]): Map<string, string | null> {
  const parentOf = new Map(statements.map(({ id, parent }) => [id, parent]))
  const found = new Map<string, string | null>()
  for (const { id } of statements) {
    const path = new Set<string>()
    let at: string | null = id
    while (at !== null && parentOf.has(at) && !found.has(at) && !path.has(at)) {
      path.add(at)
      at = parentOf.get(at) ?? null
    }
    const problem = at === null ? null : (found.get(at) ?? endProblem(at, path, parentOf))
    for (const each of path) found.set(each, problem)
  }
  return found
}

function endProblem(
  at: string,
  path: ReadonlySet<string>,
  parentOf: ReadonlyMap<string, string | null>,
): string | null {
  if (path.has(at)) return 'its parents run in a circle'
  return parentOf.has(at) ? null : `parent ${at} does not exist`
}

function actorProblems(
  { id, source, channel, addressee, chain }: Statement,
  actors: Set<string>,
): string[] {
  const sources = source ? [source.actor, ...source.actors] : []
  const named = [...sources, channel?.actor, addressee?.actor, ...chain]
  const unknown = new Set(named.filter((actor) => actor != null && !actors.has(actor)))
  const problems = [...unknown].map((actor) => `${id}: actor ${actor} does not exist`)
  if (source && source.actors[0] !== source.actor) {
    problems.push(`${id}: source.actor ${source.actor} is not the first of source.actors`)
  }
  return problems
}

function chainProblems({ id, source, chain, remove }: Statement): string[] {
  const problems = chain.at(-1) === OUTLET ? [] : [`${id}: chain does not end in ${OUTLET}`]
  const due = source ? chain.length - 1 : null
  if (remove !== due) problems.push(`${id}: remove is ${remove}, but the chain makes it ${due}`)
  return problems
}

function orderProblems({ id, content }: Statement): string[] {
  const ordered = content.every(
    ({ start }, index) => index === 0 || content[index - 1].end <= start,
  )
  return ordered ? [] : [`${id}: content fragments overlap or stand out of text order`]
}
