import { overlaps, type Sentence, type Statement } from '../record/index.js'
import type { Change } from './change.js'
import { sentencesOf, sideOf, spansOf, wordsIn, type Version } from './version.js'

/** So many words of what a source said must stand in the outlet's own sentence. */
const TAKEN_OVER = 0.6

/** What one version attributes and the other says in the outlet's own voice. */
export function ownVoice(
  { version, statement }: { version: Version; statement: Statement },
  other: Version,
): Sentence | null {
  const said = wordsIn(version, statement.content).map(({ fold }) => fold)
  if (said.length < 3) return null
  const taken = other.ledger.statements.flatMap(spansOf)
  for (const sentence of other.ledger.sentences) {
    if (sentence.voice !== 'own' || taken.some((span) => overlaps(span, sentence))) continue
    const own = new Set(wordsIn(other, [sentence]).map(({ fold }) => fold))
    if (said.filter((fold) => own.has(fold)).length >= TAKEN_OVER * said.length) return sentence
  }
  return null
}

/** A statement that only the version before has, as a change. */
export function goneStatement(before: Version, after: Version, statement: Statement): Change {
  const own = ownVoice({ version: before, statement }, after)
  const cue = statement.cue.start !== null && statement.cue.end !== null
  if (own === null)
    return {
      kind: 'statement-removed',
      before: sideOf(before, spansOf(statement), statement),
      after: null,
      edits: [],
    }
  // “was reportedly struck” became “was struck”
  const hedge = statement.source === null && cue
  const was = hedge
    ? [{ start: statement.cue.start ?? 0, end: statement.cue.end ?? 0 }]
    : sentencesOf(before, statement)
  const kind = hedge ? 'hedge-dropped' : 'attribution-dropped'
  return { kind, before: sideOf(before, was, statement), after: sideOf(after, [own]), edits: [] }
}

const MIRRORED = {
  'statement-removed': 'statement-added',
  'hedge-dropped': 'hedge-added',
  'attribution-dropped': 'attribution-added',
} as const

/** A statement that only the version after has: as if it went the other way. */
export function newStatement(before: Version, after: Version, statement: Statement): Change {
  const { kind, before: is, after: was } = goneStatement(after, before, statement)
  return { kind: MIRRORED[kind as keyof typeof MIRRORED], before: was, after: is, edits: [] }
}
