import { LINE } from './lines.js'
import { isStraightMark, QUOTE } from './quotation.js'
import { wordAt, type Tokens } from './tokens.js'

/**
 * The words that open a quotation which nothing closes in its paragraph, unless the next line opens the marks again, as
 * quotations over paragraphs do. Where the ends of paragraphs were lost, straight marks do so within a line: `"It held. "It
 * holds."` is one quotation as long as no word between its marks `speaks`.
 */
export function unclosedMarks(tokens: Tokens, speaks: (word: number) => boolean): number[] {
  const { words, lines, quotes, sentenceOf } = tokens
  const unclosed: number[] = []
  let open: number[] = []
  for (let k = 0; k <= words.length; k++) {
    const opens = quotes[k] === QUOTE.opening
    if (opens && k > 0 && (lines[k] !== LINE.within || goesOn(k))) open.pop()
    if (k === words.length || lines[k] === LINE.paragraph) {
      for (const mark of open) unclosed.push(mark)
      open = []
    }
    if (quotes[k] === QUOTE.closing || (opens && open.length > 0 && closesAfterAll(k))) open.pop()
    else if (opens) open.push(k)
  }
  return unclosed

  function goesOn(mark: number): boolean {
    const last = open.at(-1)
    if (last === undefined || !isStraightMark(wordAt(tokens, mark))) return false
    if (sentenceOf[mark] === sentenceOf[mark - 1]) return false
    for (let k = last; k < mark; k++) if (speaks(k)) return false
    return true
  }

  /** A straight mark right after a word, when another line has opened one. */
  function closesAfterAll(mark: number): boolean {
    return (
      isStraightMark(wordAt(tokens, mark)) &&
      words[mark - 1]?.end === words[mark]?.start &&
      words[mark + 1]?.start !== words[mark]?.end
    )
  }
}
