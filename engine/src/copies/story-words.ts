import { loadBoilerplate } from '../lexicon/index.js'

/** A word of a story as copies are compared by. */
export interface StoryWord {
  /** Without marks and case. */
  fold: string
  /** A figure, or a name: what another story of the same pattern would have different. */
  specific: boolean
  /** Inside quotation marks: the words of a source, which several stories may carry. */
  quoted: boolean
}

const isBoilerplate = loadBoilerplate()

/** UTF-8 read as Windows-1252: “ became â€œ. */
const GARBLED = /â€[\u0080-\uffff]/gu
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}+/gu
const OPENS = /[“„«‘"]|``|(?:^|[\s(—–-])'$/u
const CLOSES = /[”»"]|''|’(?!$)|’.|^[.,!?]*'(?:\s|$)/u
const MARK = /[“”„«»"]|``|''/u
const ENDS = /[.!?:\n“„«"]/u

/** Where one sentence ends and another may begin. */
const BETWEEN = /(?<=[.!?]["”’»]?)\s+/u

/** The words of a story without what outlets put around it, in order. */
export function storyWords(text: string): StoryWord[] {
  return mended(text).split('\n').flatMap(lineWords)
}

/** Quotation marks and accents as they were meant, letters without their marks. */
const mended = (text: string) =>
  text
    .replace(GARBLED, (three) => (/[\u0153\u0098˜]/u.test(three) ? '“' : '’'))
    .replace(/[\u00ad\u200b-\u200d\ufeff]/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')

function lineWords(line: string): StoryWord[] {
  let quoted = false
  return line.split(BETWEEN).flatMap((sentence) => {
    // “Write to us, and you will see,” she said: a source may say so.
    if (!quoted && !MARK.test(sentence) && isBoilerplate(sentence)) return []
    const words: StoryWord[] = []
    let before = 0
    for (const { 0: word, index } of sentence.matchAll(WORD)) {
      const gap = sentence.slice(before, index)
      if (gap !== ' ') quoted = quotedAfter(gap, quoted)
      const first = before === 0 || ENDS.test(gap)
      const specific = /^\p{N}/u.test(word) || (!first && /^\p{Lu}/u.test(word))
      words.push({ fold: word.toLowerCase().replace(/,/gu, ''), specific, quoted })
      before = index + word.length
    }
    quoted = quotedAfter(sentence.slice(before), quoted)
    return words
  })
}

/** Ruiz’s: a gap of one mark alone is an apostrophe. */
function quotedAfter(gap: string, quoted: boolean): boolean {
  if (gap === '’' || gap === "'") return quoted
  if (quoted && CLOSES.test(gap)) return false
  return quoted || OPENS.test(gap)
}
