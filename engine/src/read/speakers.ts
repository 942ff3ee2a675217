import type { Lexicon } from '../lexicon/index.js'
import type { ActorKind } from '../record/index.js'
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, Speakers } from './types.js'

const CAPITAL = /^\p{Lu}/u

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
    if (!speaker.mentions.some(([a]) => a === source[0])) speaker.mentions.push(source)
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
  if (kind !== 'person') return phrase.replace(/^(?:the|a|an) /iu, '')
  const runs: string[][] = [[]]
  for (const word of words) {
    if (CAPITAL.test(word) && !lexicon.isTitle(word) && !lexicon.isDeterminer(word))
      runs.at(-1)?.push(word)
    else if (runs.at(-1)?.length) runs.push([])
  }
  const named = runs.filter((run) => run.length > 0)
  const whole = named.find(
    (run) =>
      run.length > 1 &&
      words.join(' ').match(new RegExp(`(?:^|, )${escaped(run.join(' '))}(?: ,|$)`)),
  )
  return (
    (whole ?? named.find((run) => run.length > 1 && run === named.at(-1)) ?? named.at(-1))?.join(
      ' ',
    ) ?? phrase
  )
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One name ends the other ("Lavrov", "Sergei Lavrov"), letter case apart. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`)
}
