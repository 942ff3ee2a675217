import { foldedWords } from './folding.js'

/** One thing that is asked of what was said. */
export type AskedWord =
  | { kind: 'phrase'; tokens: string[] }
  /** The last token is only the beginning of one. */
  | { kind: 'prefix'; tokens: string[] }
  /** Part of a word, as LIKE has it: `%lift%`, or `%lift` for how one ends. */
  | { kind: 'part'; pattern: string; word: string }

/** `dam "held firm" flood* *lift*`: each of them must be there. What has no letter and no digit asks nothing. */
export function askedWords(asked: string): AskedWord[] {
  const parts = [...asked.matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/g)]
  const all = parts.flatMap(([part, quoted]): AskedWord[] => {
    const tokens = foldedWords(quoted ?? part)
    if (tokens.length === 0) return []
    return [quoted === undefined ? starred(part, tokens) : { kind: 'phrase', tokens }]
  })
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

function starred(part: string, tokens: string[]): AskedWord {
  const [only = ''] = tokens
  if (part.startsWith('*') && tokens.length === 1) {
    const pattern = part.endsWith('*') ? `%${only}%` : `%${only}`
    return { kind: 'part', pattern, word: only }
  }
  return { kind: part.endsWith('*') ? 'prefix' : 'phrase', tokens }
}
