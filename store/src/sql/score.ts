import type { Asked } from './parse-words.js'

/** How soon more of the same counts no more, and how much a long statement has to say it more often. */
const [K1, B] = [1.2, 0.75]

/**
 * How well each text answers: BM25 with equal weights for all that was asked (Robertson & Zaragoza 2009, The
 * Probabilistic Relevance Framework), over the texts themselves, so that every database gives the same.
 */
export function scores(texts: readonly string[], asked: readonly Asked[]): number[] {
  const all = texts.map((text) => text.split(' '))
  const mean = all.reduce((sum, { length }) => sum + length, 0) / (all.length || 1)
  return all.map((tokens) => {
    const damping = K1 * (1 - B + (B * tokens.length) / mean)
    return asked.reduce((sum, one) => {
      const times = count(tokens, one)
      return sum + (times * (K1 + 1)) / (times + damping)
    }, 0)
  })
}

function count(tokens: readonly string[], asked: Asked): number {
  if (asked.kind === 'part') {
    const { word, pattern } = asked
    const fits = (token: string) =>
      pattern.endsWith('%') ? token.includes(word) : token.endsWith(word)
    return tokens.filter(fits).length
  }
  const { kind, tokens: phrase } = asked
  const last = phrase.length - 1
  let times = 0
  for (let at = tokens.indexOf(phrase[0]!); at <= tokens.length - phrase.length; at++) {
    if (at < 0) break
    const fits = phrase.every((word, n) =>
      kind === 'prefix' && n === last ? tokens[at + n]!.startsWith(word) : tokens[at + n] === word,
    )
    if (fits) times++
  }
  return times
}
