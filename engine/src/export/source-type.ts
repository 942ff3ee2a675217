import { loadLexicon, loadSourceWords } from '../lexicon/index.js'
import type { Actor } from '../record/index.js'

/** The kinds of source that audits of sourcing tell apart, in their words. */
export type SourceType =
  | 'Named Person'
  | 'Named Organization'
  | 'Document'
  | 'Anonymous Source'
  | 'Unnamed Person'
  | 'Unnamed Group of People'

export interface TypedSource {
  type: SourceType
  /** Empty where there is none to give. */
  name: string
}

const words = loadSourceWords()
const { isExhibit, isTitle, pronounKinds } = loadLexicon()

/** The type of a source, and the name to give for it; a pronoun that was never resolved is none. */
export function typeOfSource(
  actor: Actor,
  phrases: readonly string[],
  sentences: readonly string[],
): TypedSource {
  const { type, name } = typed(actor, phrases, sentences)
  return { type, name: pronounKinds(name) === null ? name : '' }
}

/**
 * `phrases` are the words the article has for the source, `sentences` those that quote it: "on condition of anonymity"
 * may stand anywhere in them.
 */
function typed(
  { kind, name, justification }: Actor,
  phrases: readonly string[],
  sentences: readonly string[],
): TypedSource {
  const unnamed = kind === 'unnamed-person' || kind === 'unnamed-group'
  if (kind === 'document' || (!unnamed && isExhibit(name))) return { type: 'Document', name }
  if (kind === 'organization' || kind === 'outlet') return { type: 'Named Organization', name }
  if (kind === 'person' && tellsWho(name)) return { type: 'Named Person', name }
  const all = [name, ...phrases]
  if (
    [...all, justification ?? ''].some(words.isAnonymous) ||
    [...all, justification ?? '', ...sentences].some(words.tellsOfAnonymity)
  ) {
    return { type: 'Anonymous Source', name: '' }
  }
  const body = words.bodyOf(name)
  if (body !== null) return { type: 'Named Organization', name: body }
  return kind === 'unnamed-group' || words.isSeveral(name)
    ? { type: 'Unnamed Group of People', name }
    : { type: 'Unnamed Person', name: '' }
}

/** Not every person is told by name ("former adviser"), yet "prime minister" says who it is. */
function tellsWho(name: string): boolean {
  return /[\p{Lu}\p{Lo}]/u.test(name) || isTitle(name.split(' ').at(-1) ?? '')
}
