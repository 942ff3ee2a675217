import type { Span } from '../record/index.js'
import type { Tokens, WordRange } from '../text/index.js'
import type { Candidate, Found, Gazetteer } from './gazetteer.js'

/** A stretch of the text that is called like a place. */
export interface Name extends Span {
  /** The words it lies in, which may reach further: "London-based". */
  readonly words: WordRange
  /** What it may stand for, our own rows first; never empty. */
  readonly places: readonly Candidate[]
  /** An abbreviation that counts only behind a town. */
  readonly short: boolean
}

interface Piece extends Span {
  readonly word: number
}

const LONGEST = 6
const CAPITAL = /^\p{Lu}/u
const ARTICLE = /^(?:a[lnrstdz]|ash|el)$/u

/** The longest names of the gazetteer in the text, in order, not overlapping. Only capitalised words are looked up. */
export function findNames(tokens: Tokens, gazetteer: Gazetteer): Name[] {
  const { text } = tokens
  const pieces = cutPieces(tokens)
  const known = new Map<string, Found>()
  const find = (name: string) => {
    const found = known.get(name) ?? gazetteer.find(name)
    known.set(name, found)
    return found
  }
  const names: Name[] = []
  for (let k = 0; k < pieces.length; k++) {
    const from = pieces[k] as Piece
    if (!mayBegin(text, pieces, k)) continue
    let last = k - 1
    let best: Found | undefined
    for (let at = k; at < Math.min(pieces.length, k + LONGEST); at++) {
      const to = pieces[at] as Piece
      if (at > k && !joined(text, pieces[at - 1] as Piece, to)) break
      const found = find(text.slice(from.start, to.end))
      const ends = CAPITAL.test(text[to.start] ?? '') || (found.short && text[to.start] === '.')
      if (found.places.length > 0 && ends) {
        last = at
        best = found
      }
      // Full stops and "'s" belong to the name only when it goes on: "St. Louis", "Queen Anne's County".
      if (!found.prefix && !/^[.'’]/u.test(text.slice(pieces[at + 1]?.start ?? text.length))) break
    }
    const to = pieces[last]
    if (!to || !best) continue
    const { places, short } = best
    names.push({ start: from.start, end: to.end, words: [from.word, to.word + 1], places, short })
    k = last
  }
  return names
}

/** The words, cut at their hyphens. */
function cutPieces({ text, words }: Tokens): Piece[] {
  return words.flatMap(({ start, end }, word) => {
    const written = text.slice(start, end)
    if (!written.includes('-') || !/\p{Lu}/u.test(written)) return [{ start, end, word }]
    return Array.from(written.matchAll(/[^-]+/gu), ({ index, 0: part }) => ({
      start: start + index,
      end: start + index + part.length,
      word,
    }))
  })
}

function mayBegin(text: string, pieces: readonly Piece[], k: number): boolean {
  // "al-Bab", "el-Arish": the article belongs to the name, and what stands behind it is no other.
  const isArticle = (piece: Piece | undefined) =>
    piece !== undefined &&
    text[piece.end] === '-' &&
    ARTICLE.test(text.slice(piece.start, piece.end))
  const piece = pieces[k] as Piece
  const before = pieces[k - 1]
  if (before?.word === piece.word && isArticle(before)) return false
  return CAPITAL.test(text[piece.start] ?? '') || isArticle(piece)
}

/** Do two pieces stand in one name: nothing, a space or a hyphen between them? */
const joined = (text: string, a: Piece, b: Piece) =>
  /^[ \u00a0-]?$/u.test(text.slice(a.end, b.start))
