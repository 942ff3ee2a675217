import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Draft } from './types.js'

const LONGEST_NAME = 14

/**
 * "SANA cited civil sources as saying that …": the words between the relayer's cue and "as" are the speaker, whatever
 * verb relays, misspelt ones too; the relayer's content begins with the speaker.
 */
export function tellQuotedFromQuoting(tokens: Tokens, drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  const endingAt = new Map<number, number[]>()
  drafts.forEach(({ cue: [, end] }, i) => endingAt.set(end, [...(endingAt.get(end) ?? []), i]))
  /** The last statement whose cue ends shortly before the "as", a name of some words between. */
  const quoting = (inner: number, as: number) => {
    let last = -1
    for (let end = as - LONGEST_NAME; end < as; end++)
      for (const k of endingAt.get(end) ?? [])
        if (k > last && k !== inner && speaksOf(tokens, drafts[k] as Draft, as)) last = k
    return last
  }
  drafts.forEach((inner, i) => {
    const as = /^as$/iu.test(wordAt(tokens, inner.cue[0])) ? inner.cue[0] : inner.cue[0] - 1
    if (!/^as$/iu.test(wordAt(tokens, as))) return
    const k = quoting(i, as)
    const outer = out[k]
    const said = inner.content[0]
    if (!outer || !said) return
    const source: WordRange = [outer.cue[1], as]
    out[i] = {
      ...inner,
      cue: [as, inner.cue[1]],
      source,
      kind: inner.source?.[0] === source[0] ? inner.kind : 'unnamed-person',
    }
    if (said[0] > as)
      out[k] = { ...outer, content: [[outer.cue[1], said[1]], ...inner.content.slice(1)] }
  })
  return out
}

/** Does a name of some words, no mark among them, stand between `outer`'s cue and the "as"? */
function speaksOf(tokens: Tokens, outer: Draft, as: number): boolean {
  const first = outer.cue[1]
  if (first >= as || as - first > LONGEST_NAME || !outer.source) return false
  if (tokens.sentenceOf[first - 1] !== tokens.sentenceOf[as]) return false
  for (let k = first; k < as; k++) if (/^[;:.!?“”"]$/u.test(wordAt(tokens, k))) return false
  return true
}
