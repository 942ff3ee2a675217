import type { AskedWord } from '@hearsay/engine'

/** How soon more of the same counts no more, and how much a long statement has to say it more often. */
const [K1, B] = [1.2, 0.75]

/**
 * How well each text answers: BM25 with equal weights for all that was asked (Robertson & Zaragoza 2009, The
 * Probabilistic Relevance Framework), over the texts themselves, so that every database gives the same. `texts` are
 * tokens with a space between; how long they are is counted in characters.
 */
export function scores(texts: readonly string[], asked: readonly AskedWord[]): number[] {
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / (texts.length || 1)
  return texts.map((text) => {
    const damping = K1 * (1 - B + (B * text.length) / mean)
    const padded = ` ${text} `
    return asked.reduce((sum, one) => {
      const times = count(padded, one)
      return sum + (times * (K1 + 1)) / (times + damping)
    }, 0)
  })
}

/** How often it stands in a text with a space before and after each token. */
function count(padded: string, asked: AskedWord): number {
  switch (asked.kind) {
    case 'phrase':
      return occurrences(padded, ` ${asked.tokens.join(' ')} `)
    case 'prefix':
      return occurrences(padded, ` ${asked.tokens.join(' ')}`)
    case 'part': {
      const { word, pattern } = asked
      if (!pattern.endsWith('%')) return occurrences(padded, `${word} `)
      return padded.split(' ').filter((token) => token.includes(word)).length
    }
  }
}

function occurrences(padded: string, part: string): number {
  let times = 0
  // The space that ends one may begin the next.
  for (let at = padded.indexOf(part); at >= 0; at = padded.indexOf(part, at + 1)) times++
  return times
}
