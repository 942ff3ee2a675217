import { foldedWords, HearsayError } from '@hearsay/engine'

/** One thing asked of what was said. */
export type Asked =
  | { kind: 'phrase'; tokens: string[] }
  /** The last token is only the beginning of one. */
  | { kind: 'prefix'; tokens: string[] }
  /** Part of a word, as LIKE has it: `%lift%`, or `%lift` for how one ends. */
  | { kind: 'part'; pattern: string; word: string }

/** How many things one question may ask, and how many of them of parts of words, each of which may look through all texts. */
const MOST = 64
const MOST_PARTS = 8

/**
 * `dam "held firm" flood* *lift*`: each of them must be there. What has no letter and no digit asks nothing.
 * @throws HearsayError `query-too-costly`.
 */
export function parseWords(asked: string): Asked[] {
  const parts = [...asked.matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/g)]
  const all = parts.flatMap(([part, quoted]): Asked[] => {
    const tokens = foldedWords(quoted ?? part)
    if (tokens.length === 0) return []
    return [quoted === undefined ? starred(part, tokens) : { kind: 'phrase', tokens }]
  })
  const once = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
  refuseTooMany(once)
  return once
}

function refuseTooMany(asked: readonly Asked[]): void {
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

function starred(part: string, tokens: string[]): Asked {
  const [only = ''] = tokens
  if (part.startsWith('*') && tokens.length === 1) {
    const pattern = part.endsWith('*') ? `%${only}%` : `%${only}`
    return { kind: 'part', pattern, word: only }
  }
  return { kind: part.endsWith('*') ? 'prefix' : 'phrase', tokens }
}
