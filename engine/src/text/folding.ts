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

function cut(word: string): string[] {
  const letters = Array.from(word)
  const pieces = []
  for (let at = 0; at < letters.length; at += LONGEST)
    pieces.push(letters.slice(at, at + LONGEST).join(''))
  return pieces
}
