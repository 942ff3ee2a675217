import stringWidth from 'string-width'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** `text` in lines of at most `width` columns, broken between words, and inside a word only where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    const columns = columnsOf(word)
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    used += (line === '' ? 0 : 1) + columns
    line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(line)
  return lines
}

/** A word that no line can hold, such as an address or a sentence of Chinese, in pieces that one can. */
function pieces(word: string, width: number): string[] {
  if (columnsOf(word) <= width) return [word]
  const found: string[] = []
  let piece = ''
  let used = 0
  for (const { segment } of graphemes.segment(word)) {
    const columns = columnsOf(segment)
    if (used + columns > width && piece !== '') {
      found.push(piece)
      piece = ''
      used = 0
    }
    piece += segment
    used += columns
  }
  return [...found, piece]
}

/** Latin letters and punctuation take one column each; only other text is worth measuring, which is slow. */
function columnsOf(text: string): number {
  return /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]*$/.test(text)
    ? text.length
    : stringWidth(text)
}
