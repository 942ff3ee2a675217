import type { Column } from './tokens.js'

/** What the index of statements is asked, in no database's language. */
export type Expression = Phrase | { all: Expression[] } | { any: Expression[] }

/** These tokens, one after another; with `prefix`, the last is only how a token begins. */
export interface Phrase {
  column: Column
  tokens: readonly string[]
  prefix?: boolean
}

/** A phrase of one token. */
export function token(column: Column, word: string): Phrase {
  return { column, tokens: [word] }
}

/** Whether nothing can answer: an empty `any`, or something that needs one. */
export function isHopeless(expression: Expression): boolean {
  if ('all' in expression) return expression.all.some(isHopeless)
  if ('any' in expression) return expression.any.every(isHopeless)
  return expression.tokens.length === 0
}
