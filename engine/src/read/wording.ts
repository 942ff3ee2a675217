import type { WordingRow, WordingRows } from '../lexicon/index.js'
import { textSpan, type Wording } from '../record/index.js'
import { lowerWords, QUOTE, spanOf, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, Tags } from './types.js'

const LONGEST = 60
const LONGEST_SCARE_QUOTE = 4
const COMPANY = 2

interface Found {
  range: WordRange
  row: WordingRow
}

/** Loaded, distancing and hedging words in the outlet's own wording, and scare quotes; never inside a quotation. */
export function findWording(
  tokens: Tokens,
  tags: Tags,
  drafts: readonly Draft[],
  rows: WordingRows,
): Wording[] {
  const words = lowerWords(tokens)
  const attributed = contentWords(tokens, drafts)
  const found: Found[] = []
  for (let k = 0; k < words.length; k++) {
    const close = closingAfter(tokens, k)
    if (close > 0 && rows.scareQuote && isScareQuote(tokens, tags, attributed, k, close))
      found.push({ range: [k, close + 1], row: rows.scareQuote })
    if (close > 0) k = close
    if (tokens.quotes[k] !== QUOTE.outside) continue
    const flagged = rows.flag(words, tags.parts, k)
    if (!flagged || (tags.parts[k] === 'NAME' && flagged.length === 1)) continue
    // What describes soberly as often is the source's own word in a paraphrase.
    if (attributed[k] && flagged.row.alone === false) continue
    found.push({ range: [k, k + flagged.length], row: flagged.row })
    k += flagged.length - 1
  }
  return inCompany(tokens, found).flatMap(({ range, row: { kind, id } }) => {
    const { start, end } = spanOf(tokens, range)
    return end - start > LONGEST ? [] : [{ ...textSpan(tokens.text, start, end), kind, rule: id }]
  })
}

/** Without the words that count beside other loaded words only, where they stand alone in their sentence. */
function inCompany(tokens: Tokens, found: readonly Found[]): Found[] {
  const sentenceOf = ({ range: [first] }: Found) => tokens.sentenceOf[first] ?? -1
  const company = new Map<number, number>()
  for (const each of found) {
    if (each.row.kind !== 'loaded') continue
    company.set(sentenceOf(each), (company.get(sentenceOf(each)) ?? 0) + 1)
  }
  return found.filter(
    (each) => each.row.alone !== false || (company.get(sentenceOf(each)) ?? 0) >= COMPANY,
  )
}

/** Words inside what somebody is reported to say: their quotation marks are that somebody's. */
function contentWords(tokens: Tokens, drafts: readonly Draft[]): Uint8Array {
  const inside = new Uint8Array(tokens.words.length)
  for (const { content } of drafts) for (const [first, end] of content) inside.fill(1, first, end)
  return inside
}

/** The mark that closes what opens at word `k`, -1 when nothing does; of single marks only where few words stand between. */
function closingAfter(tokens: Tokens, open: number): number {
  let k = open + 1
  if (tokens.quotes[open] === QUOTE.opening) {
    while (tokens.quotes[k] === QUOTE.inside) k++
    return tokens.quotes[k] === QUOTE.closing ? k : -1
  }
  if (tokens.quotes[open] !== QUOTE.outside || !/^[‘']$/u.test(wordAt(tokens, open))) return -1
  const isGlued = (i: number) => tokens.words[i]?.start === tokens.words[i - 1]?.end
  if (isGlued(open) || !isGlued(open + 1)) return -1
  for (
    ;
    k <= open + LONGEST_SCARE_QUOTE + 1 && tokens.sentenceOf[k] === tokens.sentenceOf[open];
    k++
  )
    if (/^[’']$/u.test(wordAt(tokens, k)) && isGlued(k)) return k
  return -1
}

/** One to four words in quotation marks, in the outlet's own sentence; no title, no whole utterance. */
function isScareQuote(
  tokens: Tokens,
  tags: Tags,
  attributed: Uint8Array,
  open: number,
  close: number,
): boolean {
  const length = close - open - 1
  if (close < 0 || length < 1 || length > LONGEST_SCARE_QUOTE || attributed[open + 1]) return false
  const first = tokens.text[tokens.words[open + 1]?.start ?? 0] ?? ''
  const opensSentence = tokens.sentenceOf[open - 1] !== tokens.sentenceOf[open]
  if (opensSentence || tags.parts[open + 1] === 'NAME') return false
  return first === first.toLowerCase() && /\p{L}/u.test(first)
}
