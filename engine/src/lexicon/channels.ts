import rows from '../../data/en/channels.json' with { type: 'json' }
import outlets from '../../data/en/outlets.json' with { type: 'json' }

export const channelRows = rows

/** Words that name the medium of a statement; all looked up in lower case. */
export interface ChannelWords {
  /** "in", "at", "during": begins "in an interview". */
  isPreposition(word: string): boolean
  /** "interview", "statement", "Twitter". */
  isMedium(noun: string): boolean
  /** Whether a channel that was heard names a medium or a place of speech by one of its words: "in a report", "parliament". */
  isHeardIn(words: readonly string[]): boolean
  /** "speaking to". */
  isSpeaking(word: string): boolean
  /** "told Reuters". */
  isTelling(word: string): boolean
}

export function loadChannelWords(): ChannelWords {
  const nouns = new Set([...rows.nouns, ...outlets.platforms])
  const heard = new Set([...rows.heard, ...nouns])
  const [prepositions, speaking, telling] = [rows.prepositions, rows.speaking, rows.telling].map(
    (words) => new Set(words),
  ) as [Set<string>, Set<string>, Set<string>]
  return {
    isPreposition: (word) => prepositions.has(word),
    isMedium: (noun) => nouns.has(noun),
    isHeardIn: (words) => words.some((word) => heard.has(word)),
    isSpeaking: (word) => speaking.has(word),
    isTelling: (word) => telling.has(word),
  }
}
