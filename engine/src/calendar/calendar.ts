import { textSpan, type Time } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import { loadGrammar, type Match } from './grammar.js'
import { meanings, type Meaning, type Scene } from './meanings.js'
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
      const found = resolve(matches, parsePublished(published), (match) =>
        looksAhead(pieces, match, grammar.is),
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
  published: Period | null,
  isFuture: (match: Match) => boolean,
): Meaning[] {
  const history = tellsHistory(matches, published)
  let anchor: Period | null = null
  const read = (match: Match) => {
    const scene: Scene = { published, anchor, history, isFuture: () => isFuture(match) }
    return meanings[match.row.means]?.(match, scene) ?? { type: 'DATE' as const, value: null }
  }
  return matches.map((match, i) => {
    const next = matches[i + 1]
    if (match.row.means === 'hour' && next && next.first - match.end <= 3) {
      const { period } = read(next)
      if (period?.unit === 'day') anchor = period
    }
    const meaning = read(match)
    if (meaning.period && !NO_PLACE.has(match.row.means)) anchor = meaning.period
    return meaning
  })
}

/** A decade or a century is no place in the story. */
const NO_PLACE = new Set(['decade', 'century'])

/** Does the text tell of years past, as a history does, rather than of last week? */
function tellsHistory(matches: readonly Match[], published: Period | null): boolean {
  const recent = published ? civil(published.day).year - 1 : Infinity
  let years = 0
  let deictic = 0
  for (const { row, values } of matches) {
    const year = values.get('YEAR') ?? values.get('MODERN') ?? (values.has('ERA') ? 0 : undefined)
    if (year !== undefined && Number(year) < recent) years++
    if (['day', 'weekday', 'step'].includes(row.means)) deictic++
  }
  return years >= 4 && years > 3 * deictic
}

const NEAR = 12

/** The nearest word that tells the tense, before the expression or else after it, in its sentence. */
function looksAhead(
  pieces: readonly Piece[],
  { first, end }: Match,
  is: (piece: Piece, list: 'FUTURE' | 'PAST') => boolean,
): boolean {
  const sentence = pieces[first]?.sentence
  const tense = (i: number) => {
    const piece = pieces[i]
    if (!piece || piece.sentence !== sentence) return 'none'
    if (is(piece, 'FUTURE')) return 'future'
    if (is(piece, 'PAST') || (piece.word.length > 4 && piece.word.endsWith('ed'))) return 'past'
    return ''
  }
  for (const [start, step] of [
    [first - 1, -1],
    [end, 1],
  ] as const) {
    for (let n = 0; n < NEAR; n++) {
      const found = tense(start + n * step)
      if (found === 'none') break
      if (found) return found === 'future'
    }
  }
  return false
}
