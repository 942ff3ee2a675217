/** No word is longer, in code units: what is (an address in base 64, a script without spaces) is cut. */
const LONGEST = 200

/** Lower case without marks, and compatible letters as ordinary ones: `Müller` is `muller`, `ﬁre` is `fire` (NFKD). */
export function fold(text: string): string {
  // Latin letters and ASCII are most of what comes.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
}

/** The words of a text as a search compares them: folded runs of letters and digits. `U.S.` is two, `don’t` too. */
export function foldedWords(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some(({ length }) => length > LONGEST) ? words.flatMap(cut) : words
}

/** A word of a text as a search compares it, and where it stands, in UTF-16 code units. */
export interface FoldedToken {
  word: string
  start: number
  end: number
}

/** The same words, with their places. */
export function foldedTokens(text: string): FoldedToken[] {
  const { folded, starts, ends } = foldedPlaces(text)
  const tokens: FoldedToken[] = []
  for (const { index, 0: run } of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    let at = index
    for (const word of run.length > LONGEST ? cut(run) : [run]) {
      tokens.push({ word, start: starts[at]!, end: ends[at + word.length - 1]! })
      at += word.length
    }
  }
  return tokens
}

/** A text as `fold` has it, and where each of its code units came from: letters fold one by one, marks go with theirs. */
function foldedPlaces(text: string): { folded: string; starts: number[]; ends: number[] } {
  const [starts, ends]: number[][] = [[], []]
  let folded = ''
  let at = 0
  for (const letter of text) {
    const end = at + letter.length
    const as = fold(letter)
    if (as === '' && ends.length > 0) ends[ends.length - 1] = end
    for (let unit = 0; unit < as.length; unit++) {
      starts.push(at)
      ends.push(end)
    }
    folded += as
    at = end
  }
  return { folded, starts, ends }
}

function cut(word: string): string[] {
  const letters = Array.from(word)
  const pieces = []
  for (let at = 0; at < letters.length; at += LONGEST)
    pieces.push(letters.slice(at, at + LONGEST).join(''))
  return pieces
}
