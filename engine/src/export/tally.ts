import { VOICES, type Actor, type Ledger, type Voice } from '../record/index.js'

/** What each voice means, in words for readers. */
export const VOICE_WORDS: Record<Voice, string> = {
  attributed: 'on a source’s word',
  mixed: 'mixed',
  own: 'the outlet’s own voice',
  agentless: 'nobody named',
}

export interface VoiceShare {
  voice: Voice
  /** Whole per cent of the characters in sentences; the shares of an article sum to 100. */
  percent: number
}

/** How much of the article stands in each voice, in the order of `VOICE_WORDS`, empty ones left out. */
export function voiceShares(ledger: Ledger): VoiceShare[] {
  const lengths = new Map<Voice, number>(VOICES.map((voice) => [voice, 0]))
  for (const { voice, start, end } of ledger.sentences) {
    lengths.set(voice, (lengths.get(voice) ?? 0) + Math.max(0, end - start))
  }
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0)
  if (total === 0) return []
  const exact = (Object.keys(VOICE_WORDS) as Voice[])
    .map((voice) => ({ voice, value: ((lengths.get(voice) ?? 0) * 100) / total }))
    .filter(({ value }) => value > 0)
  return roundToHundred(exact)
}

/** Largest remainder, so that rounding neither loses nor invents a per cent. */
function roundToHundred(exact: { voice: Voice; value: number }[]): VoiceShare[] {
  const shares = exact.map(({ voice, value }) => ({ voice, value, percent: Math.floor(value) }))
  let missing = 100 - shares.reduce((sum, share) => sum + share.percent, 0)
  const byRemainder = [...shares].sort((a, b) => b.value - b.percent - (a.value - a.percent))
  for (const share of byRemainder) {
    if (missing-- <= 0) break
    share.percent++
  }
  return shares.map(({ voice, percent }) => ({ voice, percent }))
}

export interface SourceCount {
  actor: Actor
  /** Ids of the statements this actor makes, alone or with others. */
  statements: string[]
}

/** Those who speak, the most heard first, equals in the order in which they first speak. */
export function sourceCounts(ledger: Ledger): SourceCount[] {
  const statements = new Map<string, string[]>()
  for (const { id, source } of ledger.statements) {
    if (source === null) continue
    for (const actor of new Set([source.actor, ...source.actors])) {
      statements.set(actor, [...(statements.get(actor) ?? []), id])
    }
  }
  const actors = new Map(ledger.actors.map((actor) => [actor.id, actor]))
  const counts: SourceCount[] = []
  for (const [id, ids] of statements) {
    const actor = actors.get(id)
    if (actor) counts.push({ actor, statements: ids })
  }
  return counts.sort((a, b) => b.statements.length - a.statements.length)
}

/** Words in the article, as a writer counts them. */
export function wordCount(ledger: Ledger): number {
  return ledger.article.text.match(/\S+/g)?.length ?? 0
}
