import { askedWords, HearsayError, type AskedWord } from '@hearsay/engine'

/** How many things one question may ask, and how many of them of parts of words, each of which may look through all texts. */
const MOST = 64
const MOST_PARTS = 8

/** What is asked of the words. @throws HearsayError `query-too-costly`. */
export function parseWords(words: string): AskedWord[] {
  const asked = askedWords(words)
  refuseTooMany(asked)
  return asked
}

function refuseTooMany(asked: readonly AskedWord[]): void {
  if (asked.length > MOST)
    throw tooCostly(
      `it asks for ${asked.length} words at once, and ${MOST} are the most. Put words that stand together in quotes`,
    )
  const parts = asked.filter(({ kind }) => kind === 'part').length
  if (parts > MOST_PARTS)
    throw tooCostly(
      `it asks for ${parts} parts of words (*like these*) at once, and ${MOST_PARTS} are the most. Ask for whole words or beginnings`,
    )
}

function tooCostly(why: string): HearsayError {
  return new HearsayError('query-too-costly', `This question is too costly, because ${why}.`)
}
