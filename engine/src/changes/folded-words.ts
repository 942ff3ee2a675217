import type { Span } from '../record/index.js'
import { findWords } from '../text/index.js'

/** A word as versions are compared by, and where it stands. */
export interface FoldedWord extends Span {
  fold: string
}

/** The words of `text`, without marks, case and typographic difference. */
export function foldedWords(text: string): FoldedWord[] {
  return findWords(text).flatMap(({ start, end }) => {
    const fold = foldedWord(text.slice(start, end))
    return /[\p{L}\p{N}%]/u.test(fold) ? [{ start, end, fold }] : []
  })
}

export const folded = (text: string): string =>
  foldedWords(text)
    .map(({ fold }) => fold)
    .join(' ')

const foldedWord = (word: string) =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/gu, "'")
