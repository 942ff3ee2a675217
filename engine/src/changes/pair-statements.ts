import type { Statement } from '../record/index.js'
import { dice, pairUp, type Pairs } from './pair-up.js'
import { namesOf, sameSource } from './same-source.js'
import { wordsIn, type Version } from './version.js'

const ALIKE = 0.5

/** Which statement of one version is which of the other: by what is said, then by whom and with which word. */
export function pairStatements(before: Version, after: Version): Pairs {
  const prepare = (version: Version) =>
    version.ledger.statements.map((statement) => known(version, statement))
  return pairUp(prepare(before), prepare(after), likeness, ALIKE)
}

interface Known {
  statement: Statement
  content: string[]
  cue: string[]
  around: string[]
  names: string[]
}

function known(version: Version, statement: Statement): Known {
  const { content, cue, source } = statement
  const at = cue.start ?? content[0]?.start ?? source?.start ?? 0
  const sentence = version.ledger.sentences.find(({ start, end }) => start <= at && at < end)
  const folds = (spans: Parameters<typeof wordsIn>[1]) =>
    wordsIn(version, spans).map(({ fold }) => fold)
  const { start, end } = cue
  return {
    statement,
    content: folds(content),
    cue: start !== null && end !== null ? folds([{ start, end }]) : [],
    around: folds(sentence ? [sentence] : []),
    names: namesOf(version.ledger, statement),
  }
}

/** What is said counts most; a bare refusal is known by its sentence. */
function likeness(one: Known, other: Known): number {
  const bare = one.content.length === 0 && other.content.length === 0
  if (!bare && (one.content.length === 0 || other.content.length === 0)) return 0
  const said = bare ? dice(one.around, other.around) : dice(one.content, other.content)
  if (said < 0.3) return 0
  const none = one.statement.source === null && other.statement.source === null
  const same = none || sameSource(one.names, other.names)
  return 0.75 * said + (same ? 0.15 : 0) + 0.1 * dice(one.cue, other.cue)
}
