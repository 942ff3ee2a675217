import { textSpan, type Time } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import { yearNamed } from './dates.js'
import { loadGrammar, PAST_FORM, type Match } from './grammar.js'
import { meanings } from './meanings.js'
import type { Meaning, Scene, Tense } from './scene.js'
import { civil, parsePublished, type Period } from './period.js'
import type { Piece } from './pieces.js'

export interface Calendar {
  /**
   * Time expressions in text order, not overlapping, relative ones resolved from the ISO date of publication;
   * none begins at a word of `taken`.
   */
  find(tokens: Tokens, published: string | null, taken?: ReadonlySet<number>): Time[]
}

/** The calendar and the words of `times.json`. */
export function loadCalendar(): Calendar {
  const grammar = loadGrammar()
  return {
    find(tokens, published, taken) {
      const pieces = grammar.pieces(tokens)
      const matches: Match[] = []
      for (let i = 0; i < pieces.length; i++) {
        const match = taken?.has(pieces[i]?.of ?? -1) ? null : grammar.matchAt(pieces, i)
        if (!match) continue
        matches.push(match)
        i = match.end - 1
      }
      const found = resolve(matches, pieces, parsePublished(published), (match) =>
        tenseOf(pieces, match),
      )
      return matches.map((match, i) => {
        const start = pieces[match.first]?.start ?? 0
        const end = pieces[match.end - 1]?.end ?? start
        const { type, value } = found[i] as Meaning
        return { ...textSpan(tokens.text, start, end), type, value }
      })
    },
  }
}

/** Meanings in text order; an hour takes the day that follows it closely, else the day before it. */
function resolve(
  matches: readonly Match[],
  pieces: readonly Piece[],
  published: Period | null,
  tense: (match: Match) => Tense,
): Meaning[] {
  const history = tellsHistory(matches, published)
  let anchor: Period | null = null
  const read = (match: Match, listYear: number | null) => {
    const scene: Scene = { published, anchor, history, listYear, tense: () => tense(match) }
    return meanings[match.row.means]?.(match, scene) ?? { type: 'DATE' as const, value: null }
  }
  return matches.map((match, i) => {
    const next = matches[i + 1]
    const near = next && next.first - match.end <= 3
    if (near && match.row.means === 'hour') {
      const { period } = read(next, null)
      if (period?.unit === 'day') anchor = period
    }
    const meaning = read(match, near ? listYearOf(match, next, pieces) : null)
    anchor = moved(anchor, match, meaning, history, pieces)
    return meaning
  })
}

/** "15 May to 16 August 1988", "March and April 1918": one year for both. */
function listYearOf(match: Match, next: Match, pieces: readonly Piece[]): number | null {
  const year = yearNamed(next.values)
  const month = Number(match.values.get('MONTH') ?? match.values.get('SEASON') ?? NaN)
  const last = Number(next.values.get('MONTH') ?? next.values.get('SEASON') ?? NaN)
  if (year === undefined || next.first - match.end !== 1 || Number.isNaN(month + last)) return null
  if (!pieces[match.end]?.symbols.has('LINK')) return null
  return month > last ? year - 1 : year
}

/** Where the text is after an expression: asides (a century, a year that opens no sentence) do not move it. */
function moved(
  anchor: Period | null,
  { row, first }: Match,
  { period }: Meaning,
  history: boolean,
  pieces: readonly Piece[],
): Period | null {
  if (!period || row.means === 'decade' || row.means === 'century') return anchor
  if (history && FROM_PUBLICATION.has(row.means)) return anchor
  if (!anchor || period.unit !== 'year' || anchor.unit === 'year') return period
  if (civil(period.day).year === civil(anchor.day).year) return anchor
  const opensSentence = pieces[first]?.sentence !== pieces[first - 4]?.sentence
  return history && !opensSentence ? anchor : period
}

const FROM_PUBLICATION = new Set(['day', 'weekday', 'step'])

/** Does the text tell of years past, as a history does, rather than of last week? */
function tellsHistory(matches: readonly Match[], published: Period | null): boolean {
  const recent = published ? civil(published.day).year - 1 : Infinity
  let years = 0
  let deictic = 0
  for (const match of matches) {
    if ((yearNamed(match.values) ?? Infinity) < recent) years++
    if (FROM_PUBLICATION.has(match.row.means)) deictic++
  }
  return years >= 4 && years > 3 * deictic
}

const NEAR = 25

/** The nearest word that tells the tense, before the expression or else after it, in its sentence. */
function tenseOf(pieces: readonly Piece[], { first, end }: Match): Tense {
  const sentence = pieces[first]?.sentence
  const sides = [
    [first - 1, -1],
    [end, 1],
  ] as const
  for (const [start, step] of sides) {
    for (let i = start; Math.abs(i - start) < NEAR; i += step) {
      const piece = pieces[i]
      if (!piece || piece.sentence !== sentence) break
      if (piece.symbols.has('FUTURE')) return 'future'
      const past = piece.symbols.has('PAST') || PAST_FORM.test(piece.word)
      // "to be held", "will be opened" are not the past that "held" and "opened" are.
      if (past) return pieces[i - 1]?.symbols.has('BE') ? 'future' : 'past'
    }
  }
  return 'open'
}
