import times from '../../data/en/times.json' with { type: 'json' }
import { cutPieces, type LookUp, type Piece, type Symbols } from './pieces.js'
import type { Tokens } from '../text/index.js'

/** One row of `times.json`: word patterns, and what they mean. */
export interface TimeRow {
  id: string
  /** Words, CLASSES and phrases of `times.json`; `a|b` either, `?` may be missing. */
  patterns: string[]
  /** A meaning of `meanings.ts`. */
  means: string
  /** Given to the meaning: a value, a unit. */
  value?: string
  /** What the word before or after must be, or must not. */
  after?: string[]
  notAfter?: string[]
  before?: string[]
  notBefore?: string[]
  /** What the expression's own last word must not be. */
  except?: string[]
  reason?: string
  /** Pairs: a text with one time expression in brackets; its type and value in an article of 2024-05-15. */
  examples: string[][]
  counterexamples?: string[]
}

/** Words that a row matched. */
export interface Match {
  readonly row: TimeRow
  /** Half-open range of pieces. */
  readonly first: number
  readonly end: number
  /** The value of each CLASS the row names; of two of a class that of the first. */
  readonly values: ReadonlyMap<string, number | string>
}

export interface Grammar {
  pieces(tokens: Tokens): Piece[]
  /** The longest match that begins at a piece; of equal ones that of the earlier row. */
  matchAt(pieces: readonly Piece[], first: number): Match | null
  /** Is a word of this class? `FUTURE`, `PAST` tell tenses. */
  is(piece: Piece, list: 'FUTURE' | 'PAST'): boolean
}

interface Leaf {
  order: number
  row: TimeRow
  path: readonly string[]
}
interface Node {
  next: Map<string, Node>
  leaves: Leaf[]
}

export const timeRows = times.rows as TimeRow[]

/** Compiles `times.json` to a tree of symbols: one hash lookup a word finds where an expression can begin. */
export function loadGrammar(): Grammar {
  const root: Node = { next: new Map(), leaves: [] }
  const literals = new Set<string>()
  for (const [order, row] of timeRows.entries()) {
    for (const path of row.patterns.flatMap(expand)) {
      let node = root
      for (const symbol of path) {
        if (!isClass(symbol)) literals.add(symbol)
        const next = node.next.get(symbol) ?? { next: new Map(), leaves: [] }
        node.next.set(symbol, next)
        node = next
      }
      node.leaves.push({ order, row, path })
    }
  }
  const lookUp = compileWords(literals)
  return {
    pieces: (tokens) => cutPieces(tokens, lookUp),
    is: (piece, list) => piece.symbols.has(list),
    matchAt(pieces, first) {
      let best: Leaf | null = null
      const walk = (node: Node, at: number) => {
        for (const leaf of node.leaves) {
          const longer = leaf.path.length - (best?.path.length ?? 0)
          if (longer < 0 || (longer === 0 && leaf.order > (best?.order ?? 0))) continue
          if (fits(leaf.row, pieces, first, at)) best = leaf
        }
        const piece = pieces[at]
        if (!piece || piece.sentence !== pieces[first]?.sentence) return
        for (const symbol of piece.symbols.keys()) {
          const next = node.next.get(symbol)
          if (next) walk(next, at + 1)
        }
      }
      if (pieces[first]?.symbols.size) walk(root, first)
      return best && matchOf(best, pieces, first)
    },
  }
}

/** A class gives its own value; a word named outright also says if it is a RELATION ("the same year"). */
function matchOf({ row, path }: Leaf, pieces: readonly Piece[], first: number): Match {
  const values = new Map<string, number | string>()
  for (const [i, symbol] of path.entries()) {
    for (const [name, value] of pieces[first + i]?.symbols ?? []) {
      const named = name === symbol || (name === 'RELATION' && !isClass(symbol))
      if (named && !values.has(name)) values.set(name, value)
    }
  }
  return { row, first, end: first + path.length, values }
}

const isClass = (symbol: string) => /^[A-Z_]+$/u.test(symbol)

/** Do the words around suit the row? A missing word suits only what must not be there. */
function fits(row: TimeRow, pieces: readonly Piece[], first: number, end: number): boolean {
  const isOne = (piece: Piece | undefined, list: readonly string[]) =>
    piece !== undefined && list.some((s) => piece.word === s || piece.symbols.has(s))
  const [before, after] = [pieces[first - 1], pieces[end]]
  return (
    (!row.after || isOne(before, row.after)) &&
    (!row.before || isOne(after, row.before)) &&
    !(row.notAfter && isOne(before, row.notAfter)) &&
    !(row.notBefore && isOne(after, row.notBefore)) &&
    !(row.except && isOne(pieces[end - 1], row.except))
  )
}

/** All the sequences of symbols that a pattern allows, phrases written out. */
function expand(pattern: string): string[][] {
  const phrases = times.phrases as Record<string, string[]>
  let paths: string[][] = [[]]
  for (const element of pattern.split(' ').filter(Boolean)) {
    const optional = element.length > 1 && element.endsWith('?')
    const options = (optional ? element.slice(0, -1) : element)
      .split('|')
      .flatMap((name) => phrases[name]?.flatMap(expand) ?? [[name]])
    if (optional) options.push([])
    paths = paths.flatMap((path) => options.map((option) => [...path, ...option]))
  }
  return paths
}

/** Classes of `words` go by any spelling, those of `names` by a capital. */
function compileWords(literals: ReadonlySet<string>): LookUp {
  const plain = new Map<string, Map<string, number | string>>()
  const proper = new Map<string, Map<string, number | string>>()
  const enter = (map: typeof plain, word: string, symbol: string, value: number | string) => {
    const symbols = map.get(word) ?? new Map<string, number | string>()
    map.set(word, symbols.set(symbol, value))
  }
  const classes = (source: object) =>
    Object.entries(source as Record<string, Record<string, number | string> | string[]>)
  for (const [symbol, words] of classes(times.words)) {
    const entries = Array.isArray(words) ? words.map((w) => [w, w] as const) : Object.entries(words)
    for (const [word, value] of entries)
      for (const map of [plain, proper]) enter(map, word, symbol, value)
  }
  for (const literal of literals)
    for (const map of [plain, proper]) enter(map, literal, literal, literal)
  for (const [symbol, words] of classes(times.names))
    for (const [word, value] of Object.entries(words)) enter(proper, word, symbol, value)
  return (word, capital): Symbols | undefined => (capital ? proper : plain).get(word)
}
