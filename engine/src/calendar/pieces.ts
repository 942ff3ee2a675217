import type { Tokens } from '../text/index.js'

/** What a word can be in a time expression: class or literal, and its value there. */
export type Symbols = ReadonlyMap<string, number | string>

/** A word or a part of one between hyphens, as the rows of `times.json` see it. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Lower case. */
  readonly word: string
  readonly sentence: number
  /** Index of the word it belongs to. */
  readonly of: number
  readonly symbols: Symbols
}

/** Looks a word up; `proper` when it is written with a capital. */
export type LookUp = (word: string, proper: boolean) => Symbols | undefined

const NONE: Symbols = new Map()
const SUFFIX = /^(?:st|nd|rd|th|s)$/u

/** Cuts hyphenated words, and joins what one number is written with: "21|st", "twenty|-|one", "two|hundred". */
export function cutPieces(tokens: Tokens, lookUp: LookUp): Piece[] {
  const pieces: Piece[] = []
  const { text, words } = tokens
  for (let k = 0; k < words.length; k++) {
    const { start, end } = words[k] as { start: number; end: number }
    const written = text.slice(start, end)
    if (!written.includes('-') || written.includes('/')) {
      add(written, start, k) // most words, and addresses
      continue
    }
    let from = start
    for (const part of written.split(/(-)/u)) {
      if (part) add(part, from, k)
      from += part.length
    }
  }
  return pieces

  function add(written: string, start: number, of: number) {
    const end = start + written.length
    const word = written.toLowerCase()
    const last = pieces.at(-1)
    const touches = last?.end === start
    if (touches && SUFFIX.test(word) && isDigit(last.word)) return join(last, 1, end)
    if (touches && word === '.' && last.symbols.has('SHORTENED')) return join(last, 1, end)
    const symbols = numeric(word) ?? lookUp(word, written !== word) ?? NONE
    const piece = { start, end, word, sentence: tokens.sentenceOf[of] ?? 0, of, symbols }
    pieces.push(piece)
    if (symbols.has('ONES') || symbols.has('SCALE') || symbols.has('ORDINAL')) joinNumber(piece)
  }

  /** Puts the last `count` pieces and what follows up to `end` into one. */
  function join(last: Piece, count: number, end: number, symbols?: Symbols) {
    const first = pieces.at(-count) ?? last
    const word = text.slice(first.start, end).toLowerCase()
    pieces.splice(-count, count, {
      ...first,
      end,
      word,
      symbols: symbols ?? numeric(word) ?? first.symbols,
    })
  }

  function joinNumber(piece: Piece) {
    const hyphen = pieces.at(-2)?.word === '-'
    const before = pieces.at(hyphen ? -3 : -2)
    if (!before || before.sentence !== piece.sentence) return
    const count = hyphen ? 3 : 2
    const scale = piece.symbols.get('SCALE')
    const number = before.symbols.get('NUMBER')
    const tens = before.symbols.get('TENS')
    if (scale !== undefined && number !== undefined && !hyphen) {
      const product = Number(number) * Number(scale)
      return join(piece, count, piece.end, new Map([['NUMBER', product]]))
    }
    if (tens === undefined) return
    for (const kind of ['ONES', 'ORDINAL']) {
      const ones = Number(piece.symbols.get(kind) ?? 10)
      if (ones > 9) continue
      const name = kind === 'ONES' ? 'NUMBER' : kind
      return join(piece, count, piece.end, new Map([[name, Number(tens) + ones]]))
    }
  }
}

const isDigit = (word: string) => word >= '0' && word < ':'

/** What a word of digits can be: "28", "2017", "1990s", "21st", "18:30". */
function numeric(word: string): Symbols | undefined {
  if (!isDigit(word)) return undefined
  const symbols = new Map<string, number | string>()
  const [, digits = '', suffix] = /^(\d+)(st|nd|rd|th|s)?$/u.exec(word) ?? []
  const n = Number(digits)
  if (suffix === 's') {
    if (n % 10 === 0 && /^(?:\d0|1\d\d0|20\d0)$/u.test(digits))
      symbols.set('DECADE', n < 100 ? 1900 + n : n)
  } else if (suffix) {
    symbols.set('ORDINAL', n)
    if (n >= 1 && n <= 31) symbols.set('DAY', n)
  } else if (digits && digits.length < 7) {
    symbols.set('NUMBER', n)
    if (digits.length <= 2) {
      if (n >= 1 && n <= 31) symbols.set('DAY', n)
      if (n >= 1 && n <= 12) symbols.set('MM', n)
      if (n <= 24) symbols.set('HOUR', n)
      symbols.set('SHORT', n)
    } else if (digits.length === 4) {
      if (n >= 1000 && n < 2200) symbols.set('YEAR', n)
      if (n >= 1800 && n < 2100) symbols.set('MODERN', n)
    }
  } else {
    const clock = /^([01]?\d|2[0-4])[:.]([0-5]\d)$/u.exec(word)
    if (clock)
      symbols.set(
        word.includes(':') ? 'CLOCK' : 'DOTTED',
        `${clock[1]?.padStart(2, '0')}:${clock[2]}`,
      )
    if (/^\d+\.\d+$/u.test(word)) symbols.set('NUMBER', Number(word))
    if (/^\d{1,3}(?:,\d{3})+$/u.test(word)) symbols.set('NUMBER', Number(word.replace(/,/gu, '')))
  }
  return symbols
}
