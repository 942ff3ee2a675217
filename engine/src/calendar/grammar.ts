import times from '../../data/en/times.json' with { type: 'json' }
import type { Values } from './scene.js'
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
  readonly values: Values
}

export interface Grammar {
  pieces(tokens: Tokens): Piece[]
  /** The longest match that begins at a piece; of equal ones that of the earlier row. */
  matchAt(pieces: readonly Piece[], first: number): Match | null
}

/** A place in the tree of patterns: where each symbol leads, and each phrase; the rows that can end here. */
interface Node {
  symbols: Map<string, Node>
  phrases: Map<string, Node>
  rows: { order: number; row: TimeRow }[]
  /** A phrase can end here. */
  final: boolean
  /** What a path from here can begin with; known of where rows and phrases begin. */
  first: ReadonlySet<string>
}

/** The symbols taken so far, the last first. */
interface Trail {
  symbol: string
  piece: Piece
  before: Trail | null
}
type Visit = (node: Node, end: number, trail: Trail | null) => void

const NOTHING: ReadonlySet<string> = new Set()
const newNode = (): Node => ({
  symbols: new Map(),
  phrases: new Map(),
  rows: [],
  final: false,
  first: NOTHING,
})

export const timeRows = times.rows as TimeRow[]
/** How a verb's past looks when no list has it. */
export const PAST_FORM = new RegExp(times.pastForm, 'u')

/** Compiles `times.json` to a tree of symbols: one hash lookup a word finds where an expression can begin. */
export function loadGrammar(): Grammar {
  const literals = new Set<string>()
  const names = Object.entries(times.phrases as Record<string, string[]>)
  const phrases = new Map<string, Node>(names.map(([name]) => [name, newNode()]))
  const grow = (root: Node, patterns: readonly string[]): Node[] =>
    patterns.flatMap(expand).map((path) => {
      let node = root
      for (const symbol of path) {
        const edges = phrases.has(symbol) ? node.phrases : node.symbols
        if (!isClass(symbol)) literals.add(symbol)
        const next = edges.get(symbol) ?? newNode()
        edges.set(symbol, next)
        node = next
      }
      return node
    })
  for (const [name, patterns] of names)
    for (const node of grow(phrases.get(name) as Node, patterns)) node.final = true
  const root = newNode()
  for (const [order, row] of timeRows.entries())
    for (const node of grow(root, row.patterns)) node.rows.push({ order, row })
  const firstOf = (node: Node): string[] => [
    ...node.symbols.keys(),
    ...[...node.phrases.keys()].flatMap((name) => firstOf(phrases.get(name) as Node)),
  ]
  for (const node of [root, ...phrases.values()]) node.first = new Set(firstOf(node))
  const lookUp = compileWords(literals)
  return {
    pieces: (tokens) => cutPieces(tokens, lookUp),
    matchAt: (pieces, first) =>
      canBegin(root, pieces[first]) ? longest(pieces, first, root, phrases) : null,
  }
}

function longest(
  pieces: readonly Piece[],
  first: number,
  root: Node,
  phrases: ReadonlyMap<string, Node>,
): Match | null {
  const sentence = pieces[first]?.sentence
  let best: { row: TimeRow; order: number; end: number; trail: Trail | null } | null = null
  const walk = (node: Node, at: number, trail: Trail | null, visit: Visit): void => {
    visit(node, at, trail)
    const piece = pieces[at]
    if (!piece || piece.sentence !== sentence || piece.symbols.size === 0) return
    for (const symbol of piece.symbols.keys()) {
      const next = node.symbols.get(symbol)
      if (next) walk(next, at + 1, { symbol, piece, before: trail }, visit)
    }
    for (const [name, next] of node.phrases) {
      const phrase = phrases.get(name) as Node
      if (!canBegin(phrase, piece)) continue
      walk(phrase, at, trail, (inner, end, taken) => {
        if (inner.final) walk(next, end, taken, visit)
      })
    }
  }
  walk(root, first, null, (node, end, trail) => {
    for (const { order, row } of node.rows) {
      if (best && (end < best.end || (end === best.end && order >= best.order))) continue
      if (fits(row, pieces, first, end)) best = { row, order, end, trail }
    }
  })
  return best && matchOf(best, first)
}

function canBegin({ first }: Node, piece: Piece | undefined): boolean {
  for (const symbol of piece?.symbols.keys() ?? []) if (first.has(symbol)) return true
  return false
}

/** A class gives its own value; a word named outright also says if it is a RELATION ("the same year"). */
function matchOf(
  { row, end, trail }: { row: TimeRow; end: number; trail: Trail | null },
  first: number,
): Match {
  const values = new Map<string, number | string>()
  for (let step = trail; step; step = step.before) {
    for (const [name, value] of step.piece.symbols) {
      if (name === step.symbol || (name === 'RELATION' && !isClass(step.symbol)))
        values.set(name, value)
    }
  }
  return { row, first, end, values }
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

/** All the sequences of symbols that a pattern allows. */
function expand(pattern: string): string[][] {
  let paths: string[][] = [[]]
  for (const element of pattern.split(' ').filter(Boolean)) {
    const optional = element.length > 1 && element.endsWith('?')
    const options = (optional ? element.slice(0, -1) : element).split('|').map((name) => [name])
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
