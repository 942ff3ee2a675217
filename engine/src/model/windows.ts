import {
  shapeOf,
  SHAPE,
  spanOf,
  type Subwords,
  type Tokens,
  type WordRange,
} from '../text/index.js'

/** Subword pieces of a window's body and of the context before and after it (training/hearsay_training/windows.py). */
export interface WindowSize {
  body: number
  left: number
  right: number
}

/** Model input for one window: per piece, and the place of each word's first piece. */
export interface WindowInput {
  ids: number[]
  shapes: number[]
  quotes: number[]
  lines: number[]
  at: number[]
}

/** `body` lies within `all`; both in words of the article. */
export interface Window {
  body: WordRange
  all: WordRange
  input: WindowInput
}

/** Cuts the article into windows whose bodies cover it in order: whole lines where they fit, else between words. */
export function* cutWindows(
  tokens: Tokens,
  subwords: Subwords,
  size: WindowSize,
): Generator<Window> {
  const pieces = tokens.words.map((_, i) => subwords.of(sliceOf(tokens, i)))
  for (const body of bodies(tokens, pieces, size.body)) {
    const all = around(pieces, body, size)
    yield { body, all, input: inputOf(tokens, pieces, subwords, all) }
  }
}

const sliceOf = (tokens: Tokens, i: number) => {
  const { start, end } = spanOf(tokens, [i, i + 1])
  return tokens.text.slice(start, end)
}

function* bodies(
  tokens: Tokens,
  pieces: readonly (readonly number[])[],
  limit: number,
): Generator<WordRange> {
  const count = (i: number) => pieces[i]?.length ?? 0
  let first = 0
  let size = 0
  for (let k = 0; k < pieces.length;) {
    let stop = k + 1
    while (stop < pieces.length && !tokens.lines[stop]) stop++
    let line = 0
    for (let i = k; i < stop; i++) line += count(i)
    if (size && size + line > limit) {
      yield [first, k]
      first = k
      size = 0
    }
    while (line > limit) {
      let cut = k
      let taken = 0
      while (taken + count(cut) <= limit || cut === k) taken += count(cut++)
      yield [k, cut]
      line -= taken
      k = first = cut
    }
    size += line
    k = stop
  }
  if (first < pieces.length) yield [first, pieces.length]
}

function around(
  pieces: readonly (readonly number[])[],
  [first, end]: WordRange,
  size: WindowSize,
): WordRange {
  let from = first
  for (let taken = 0; from > 0 && (taken += pieces[from - 1]?.length ?? 0) <= size.left;) from--
  let to = end
  for (let taken = 0; to < pieces.length && (taken += pieces[to]?.length ?? 0) <= size.right;) to++
  return [from, to]
}

function inputOf(
  tokens: Tokens,
  pieces: readonly (readonly number[])[],
  subwords: Subwords,
  [from, to]: WordRange,
): WindowInput {
  const input: WindowInput = {
    ids: [subwords.first],
    shapes: [SHAPE.mark],
    quotes: [0],
    lines: [0],
    at: [],
  }
  for (let k = from; k < to; k++) {
    const shape = shapeOf(sliceOf(tokens, k))
    input.at.push(input.ids.length)
    for (const [j, id] of (pieces[k] ?? []).entries()) {
      input.ids.push(id)
      input.shapes.push(shape)
      input.quotes.push(tokens.quotes[k] ?? 0)
      input.lines.push(j ? 0 : (tokens.lines[k] ?? 0))
    }
  }
  input.ids.push(subwords.last)
  input.shapes.push(SHAPE.mark)
  input.quotes.push(0)
  input.lines.push(0)
  return input
}
