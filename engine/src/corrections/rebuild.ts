import { chainOf, touchedSentences, voiceOf, type Link } from '../derive/index.js'
import type { Actor, Ledger, Sentence, Span, Statement } from '../record/index.js'
import type { Draft } from './draft.js'
import { spanOfCue } from './state.js'

/** The ledger with the draft's statements, and with what follows from them: chains, removes, voices and actors. */
export function rebuild(ledger: Ledger, draft: Draft): Ledger {
  const statements = rechained(ledger.statements, draft.statements)
  return {
    ...ledger,
    sentences: revoiced(ledger, statements),
    statements,
    actors: peopled(ledger.actors, draft.actors, statements),
  }
}

/** Chains that the reading gave stay where the links that they follow from do: it may have left statements out. */
function rechained(before: readonly Statement[], after: readonly Statement[]): Statement[] {
  const [was, is] = [chainsOf(before), chainsOf(after)]
  return after.map((statement) => {
    const chain = is(statement.id)
    const old = before.find(({ id }) => id === statement.id)
    const same = old && String(was(statement.id)) === String(chain)
    if (same && (old.source === null) === (statement.source === null)) return statement
    return { ...statement, chain, remove: statement.source ? chain.length - 1 : null }
  })
}

function chainsOf(statements: readonly Statement[]): (id: string) => string[] {
  const links = new Map(
    statements.map(({ id, parent, source, channel }): [string, Link<string>] => [
      id,
      { parent, actor: source?.actor ?? null, told: channel?.actor ?? null },
    ]),
  )
  return (id) => chainOf(id, (key) => links.get(key))
}

/** Voices that were heard stay where the statements of the sentence do. */
function revoiced(
  { sentences, statements: before }: Ledger,
  after: readonly Statement[],
): Sentence[] {
  const [was, is] = [
    statementsBySentence(sentences, before),
    statementsBySentence(sentences, after),
  ]
  const parents = new Map(after.map(({ id, parent }) => [id, parent]))
  const depthOf = ({ id }: Statement) => {
    let depth = 0
    for (let at = parents.get(id) ?? null; at !== null && depth < after.length; depth++)
      at = parents.get(at) ?? null
    return depth
  }
  return sentences.map((sentence, s) => {
    const [old, now] = [was.get(s) ?? [], is.get(s) ?? []]
    if (String(old.map(weight)) === String(now.map(weight))) return sentence
    return { ...sentence, voice: voiceOf(sentence, now, depthOf) }
  })
}

/** All of a statement that a voice follows from. */
const weight = (statement: Statement) => {
  const { source, content, parent } = statement
  const spans = [spanOfCue(statement), ...content].map((span) => span && [span.start, span.end])
  return JSON.stringify([source === null, parent === null, spans])
}

function statementsBySentence(
  sentences: readonly Span[],
  statements: readonly Statement[],
): Map<number, Statement[]> {
  const found = new Map<number, Statement[]>()
  for (const statement of statements) {
    const cue = spanOfCue(statement)
    for (const s of touchedSentences(sentences, [...(cue ? [cue] : []), ...statement.content]))
      found.set(s, [...(found.get(s) ?? []), statement])
  }
  return found
}

/** Without those whom nothing speaks of any more. */
function peopled(
  before: readonly Actor[],
  after: readonly Actor[],
  statements: readonly Statement[],
): Actor[] {
  const used = new Set(
    statements.flatMap(({ chain, source, channel, addressee }) => [
      ...chain,
      ...(source?.actors ?? []),
      channel?.actor,
      addressee?.actor,
    ]),
  )
  const empty = new Set(before.flatMap(({ id, mentions }) => (mentions.length === 0 ? id : [])))
  return after.filter(({ id, mentions }) => mentions.length > 0 || used.has(id) || empty.has(id))
}
