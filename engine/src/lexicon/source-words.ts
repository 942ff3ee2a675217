import anonymity from '../../data/en/anonymity.json' with { type: 'json' }
import mouthpieces from '../../data/en/mouthpieces.json' with { type: 'json' }
import plurals from '../../data/en/plurals.json' with { type: 'json' }

/** One row of `anonymity.json`: words that say a name is known and kept back. */
export interface AnonymityRow {
  id: string
  /** Looked for in the words for the source, or anywhere in the sentence that quotes it. */
  where: string
  /** Regular expression over lower-case words, apostrophes made plain, leading article gone. */
  pattern: string
  reason: string
  examples: string[]
  counterexamples: string[]
}

/** One row of `mouthpieces.json`: a phrase whose `body` speaks through somebody without a name. */
export interface MouthpieceRow {
  id: string
  /** Regular expression over the words as written, with a group named `body`. */
  pattern: string
  reason: string
  /** A phrase, and the body that speaks. */
  examples: string[][]
  counterexamples: string[]
}

export const anonymityRows: readonly AnonymityRow[] = anonymity
export const mouthpieceRows: readonly MouthpieceRow[] = mouthpieces
export const pluralRow = plurals

/** What the words for a source without a name tell about it. */
export interface SourceWords {
  /** "people familiar with the auction": known to the reporter, the name kept back. */
  isAnonymous(phrase: string): boolean
  /** "…, who spoke on condition of anonymity": said anywhere in the sentence. */
  tellsOfAnonymity(sentence: string): boolean
  /** The body that "a spokesperson for Norrvik Stone" speaks for; null when none does. */
  bodyOf(phrase: string): string | null
  /** Several, not one: "villagers", "two officials". By a number before or the noun that heads it. */
  isSeveral(phrase: string): boolean
}

/** A phrase for a source is not longer; what is would only cost time. */
const LONGEST = 300

export function loadSourceWords(): SourceWords {
  const patterns = (where: string) =>
    anonymityRows.filter((row) => row.where === where).map((row) => new RegExp(row.pattern, 'u'))
  const inSource = patterns('source')
  const inSentence = patterns('sentence')
  const bodies = mouthpieceRows.map((row) => new RegExp(row.pattern, 'u'))
  const counts = new Set(plurals.counts)
  const nouns = new Set(plurals.nouns)
  const ends = new Set(plurals.ends)
  return {
    isAnonymous: (phrase) => inSource.some((pattern) => pattern.test(plain(phrase))),
    tellsOfAnonymity: (sentence) => inSentence.some((pattern) => pattern.test(plain(sentence))),
    bodyOf: (phrase) => {
      const short = phrase.replace(/\s+/gu, ' ').slice(0, LONGEST)
      const found = bodies.map((body) => body.exec(short)?.groups?.['body'])
      return found.find((body) => body !== undefined) ?? null
    },
    isSeveral: (phrase) => {
      const words = plain(phrase).replace(/,/gu, ' ,').split(' ')
      const head = words.slice(0, words.findIndex((word) => ends.has(word)) >>> 0).at(-1) ?? ''
      return counts.has(words[0] ?? '') || nouns.has(head) || /[^siu]s$/u.test(head)
    },
  }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:an?|the) /u, '')
