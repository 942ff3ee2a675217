import type { Note } from '@hearsay/engine'
import type { Draft } from './draft.js'

/** Characters that are looked at; more makes the judgement no better. */
const SAMPLED = 10_000
/** Below so many letters a detector guesses. */
const FEWEST_LETTERS = 40
/** So many letters outweigh what a page declares: templates often name the wrong language. */
const STRONG_LETTERS = 200

export interface Judgement {
  /** ISO 639-1 code; null when nothing is declared and the text does not tell. */
  language: string | null
  notes: Note[]
}

/** `draft` with the language of its text. */
export async function judged(draft: Draft): Promise<Draft> {
  const { language, notes } = await judgeLanguage(draft.text, draft.language)
  return { ...draft, language, notes: [...draft.notes, ...notes] }
}

/** The language of `text`, given what its page declares; what the text itself shows weighs more. */
export async function judgeLanguage(text: string, declared: string | null): Promise<Judgement> {
  const sample = text.slice(0, SAMPLED)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const found = letters < FEWEST_LETTERS ? detectShort(sample) : await detect(sample)
  const notes: Note[] = []
  const strong = found !== null && letters >= STRONG_LETTERS
  if (declared && strong && found !== declared) {
    const message = `The page declares the language ${declared}, but its text reads as ${found}.`
    notes.push({ code: 'language-mismatch', message })
  }
  // A short text that is plainly English is read, whatever its template declares.
  const language = declared && !strong && found !== 'en' ? declared : found
  if (language === null) {
    const message = 'The language could not be told; the text is read as English.'
    notes.push({ code: 'language-unknown', message })
  }
  return { language, notes }
}

async function detect(sample: string): Promise<string | null> {
  if (plainlyEnglish(sample)) return 'en'
  const { eld } = await import('eld/small')
  const found = eld.detect(sample)
  return found.language && found.isReliable() ? found.language : detectShort(sample)
}

/** Of a line or two, only words that no other language has tell anything. */
function detectShort(sample: string): string | null {
  const words = sample.match(/\p{L}+/gu) ?? []
  const telling = words.filter((word) =>
    /^(the|said|says|that|which|with|would|were|of)$/i.test(word),
  )
  return telling.length >= 2 && telling.length >= words.length / 6 ? 'en' : null
}

/** Spares ordinary English the detector's tables, which take longer to load than the text to read. */
function plainlyEnglish(sample: string): boolean {
  const words = sample.match(/\p{L}+/gu) ?? []
  const share = (pattern: RegExp) =>
    words.filter((word) => pattern.test(word)).length / words.length
  return words.length >= 40 && share(/^the$/i) >= 0.02 && share(/^(and|of|to|said|with)$/i) >= 0.03
}
