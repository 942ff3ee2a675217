import type { Lexicon } from '../lexicon/index.js'
import type { ActorKind } from '../record/index.js'
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, Speakers } from './types.js'

const CAPITAL = /^\p{Lu}/u
const NAME_ENDS = /^[,(–—:]$/u

/** Gathers sources by name and follows a pronoun to the nearest speaker before it that it can stand for. */
export function gatherSpeakers(
  tokens: Tokens,
  drafts: readonly Draft[],
  lexicon: Lexicon,
): Speakers {
  const speakers: { name: string; kind: ActorKind; mentions: WordRange[] }[] = []
  const order = drafts.map((_, i) => i).filter((i) => drafts[i]?.source)
  order.sort((a, b) => (drafts[a]?.source?.[0] ?? 0) - (drafts[b]?.source?.[0] ?? 0))
  const of: (number | null)[] = drafts.map(() => null)
  const recent: number[] = []
  for (const i of order) {
    const { source, kind } = drafts[i] as Draft & { source: WordRange }
    const name = nameOf(tokens, source, kind ?? 'person', lexicon)
    const pronoun = lexicon.pronounKinds(name)
    let found = pronoun
      ? (recent.findLast((s) => pronoun.includes(speakers[s]?.kind as ActorKind)) ?? -1)
      : speakers.findIndex((s) => sameName(s.name, name))
    if (found < 0) found = speakers.push({ name, kind: kind ?? 'person', mentions: [] }) - 1
    const speaker = speakers[found] as (typeof speakers)[number]
    if (!pronoun && name.length > speaker.name.length) speaker.name = name
    if (speaker.mentions.at(-1)?.[0] !== source[0]) speaker.mentions.push(source)
    of[i] = found
    recent.push(found)
  }
  return { speakers, of }
}

/** A person's name without what stands around it; for others the phrase without its article. */
function nameOf(
  tokens: Tokens,
  [first, end]: WordRange,
  kind: ActorKind,
  lexicon: Lexicon,
): string {
  const words = Array.from({ length: end - first }, (_, k) => wordAt(tokens, first + k))
  const phrase = tokens.text
    .slice(tokens.words[first]?.start, tokens.words[end - 1]?.end)
    .replace(/\s+/gu, ' ')
    .replace(/^(?:the|a|an) /iu, '')
  return (kind === 'person' ? fullest(namesIn(words, lexicon)) : undefined) ?? phrase
}

/** Runs of capitalised words, titles apart, that a comma or the end follows: not the "Russian" of "a Russian envoy". */
function namesIn(words: readonly string[], lexicon: Lexicon): string[][] {
  const names: string[][] = []
  let run: string[] = []
  for (const word of [...words, ',']) {
    if (CAPITAL.test(word) && !lexicon.isTitle(word) && !lexicon.isDeterminer(word)) {
      run.push(word)
      continue
    }
    if (run.length > 0 && NAME_ENDS.test(word)) names.push(run)
    run = []
  }
  return names
}

/** The first name of several words ("Ana Ruiz, head of the CIA"), else the last there is. */
function fullest(names: readonly string[][]): string | undefined {
  return (names.find((name) => name.length > 1 && name.length < 4) ?? names.at(-1))?.join(' ')
}

/** One name ends the other ("Lavrov", "Sergei Lavrov"), letter case apart. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`)
}
