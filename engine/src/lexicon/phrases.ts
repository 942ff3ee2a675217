import { findWords } from '../text/index.js'

/** Phrases of one or more words, found by hashing their first (or last) word. */
export interface Phrases<T> {
  /** The longest phrase that begins at word `k`. */
  from(words: readonly string[], k: number): Found<T> | null
  /** The longest phrase that ends before word `k`. */
  before(words: readonly string[], k: number): Found<T> | null
}

export interface Found<T> {
  value: T
  /** How many words. */
  length: number
}

export function phraseTable<T>(entries: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const byFirst = new Map<string, [string[], T][]>()
  const byLast = new Map<string, [string[], T][]>()
  for (const [phrase, value] of entries) {
    const words = splitWords(phrase)
    for (const [table, key] of [
      [byFirst, words[0]],
      [byLast, words.at(-1)],
    ] as const) {
      if (key === undefined) continue
      const list = table.get(key) ?? []
      list.push([words, value])
      list.sort((a, b) => b[0].length - a[0].length)
      table.set(key, list)
    }
  }
  const standsAt = (words: readonly string[], k: number, phrase: readonly string[]) =>
    phrase.every((word, i) => words[k + i] === word)
  return {
    from(words, k) {
      for (const [phrase, value] of byFirst.get(words[k] ?? '') ?? [])
        if (standsAt(words, k, phrase)) return { value, length: phrase.length }
      return null
    },
    before(words, k) {
      for (const [phrase, value] of byLast.get(words[k - 1] ?? '') ?? [])
        if (standsAt(words, k - phrase.length, phrase)) return { value, length: phrase.length }
      return null
    },
  }
}

/** Words as the tokenizer cuts them. */
export function splitWords(phrase: string): string[] {
  // Quick for the thousands that only spaces cut.
  if (/^[a-z][a-z -]*$/.test(phrase)) return phrase.includes(' ') ? phrase.split(' ') : [phrase]
  return findWords(phrase).map(({ start, end }) => phrase.slice(start, end))
}
