import type { Span } from '../record/index.js'

const END = /^(?:[.!?…]+)$/u
const CLOSES = /^(?:["”’')\]»]|'')$/u
const STARTS = /^[\p{Lu}\p{N}"“‘'«([—–@#•-]/u

/**
 * Sentences as UTF-16 spans over the words, in order: every word lies in exactly one. A line break ends a sentence;
 * a full stop does unless the word before it is an abbreviation or an initial, or the next word goes on in lower case.
 */
export function findSentences(
  text: string,
  words: readonly Span[],
  abbreviations: ReadonlySet<string>,
): Span[] {
  const sentences: Span[] = []
  const word = (i: number) => (words[i] ? text.slice(words[i].start, words[i].end) : '')
  let first = 0
  // The last word that closes no quotation or bracket.
  let plain = 0
  const close = (last: number) => {
    const [from, to] = [words[first], words[last]]
    if (from && to) sentences.push({ start: from.start, end: to.end })
    first = last + 1
  }
  for (let i = 0; i < words.length; i++) {
    const next = words[i + 1]
    if (!CLOSES.test(word(i))) plain = i
    if (!next) return (close(i), sentences)
    const gap = text.slice(words[i]?.end, next.start)
    if (gap.includes('\n')) close(i)
    else if (gap && endsSentence(i)) close(i)
  }
  return sentences

  function endsSentence(i: number): boolean {
    const mark = Math.max(first, plain)
    const dotted = /^(?:\p{L}\.){2,}$/u.test(word(mark))
    if (!END.test(word(mark)) && !dotted) return false
    if (!STARTS.test(word(i + 1))) return false
    if (dotted)
      return (
        mark === i && /^(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|“|")$/u.test(word(i + 1))
      )
    if (word(mark) !== '.' || mark < i) return true
    const before = word(mark - 1)
    return !(abbreviations.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before))
  }
}
