import { loadLexicon } from '../lexicon/index.js'
import type { Ledger, Statement } from '../record/index.js'
import { folded } from './folded-words.js'

const { pronounKinds } = loadLexicon()

/** Whether two statements of two versions are by the same: by a name or phrase that both versions have for them. */
export function sameSource(names: readonly string[], theirs: readonly string[]): boolean {
  return names.some((name) => theirs.some((their) => within(name, their)))
}

/** “Halabi” is “Rear Admiral Yusef Halabi”, whichever comes first. */
function within(a: string, b: string): boolean {
  const [short, long] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  return short !== undefined && short.every((word) => long?.includes(word))
}

/** Every name and phrase for those who make a statement, folded; pronouns are none. */
export function namesOf(ledger: Ledger, { source }: Statement): string[] {
  if (source === null) return []
  const ids = new Set([source.actor, ...source.actors])
  const actors = ledger.actors.filter(({ id }) => ids.has(id))
  const names = actors.flatMap(({ name, mentions }) => [name, ...mentions.map(({ text }) => text)])
  const named = [...names, source.text].filter((name) => pronounKinds(name) === null)
  return [...new Set(named.map(plain))].filter(Boolean)
}

/** Without articles and numbers of people, which do not tell one from another. */
const plain = (name: string) =>
  folded(name)
    .replace(/^(?:the|an?) /u, '')
    .replace(/ 's$/u, '')
