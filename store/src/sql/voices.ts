import { VOICES, type Ledger, type Statement, type Voice } from '@hearsay/engine'

/** On whose word the sentence with the cue rests; without a cue, that in which the content begins. */
export function voiceOf({ sentences }: Ledger, { cue, content }: Statement): Voice {
  const at = cue.start ?? content[0]?.start ?? 0
  return sentences.find(({ start, end }) => start <= at && at < end)?.voice ?? 'attributed'
}

/** How much of the text's sentences rests on whose word, 0 to 1. */
export function voiceShares({ sentences }: Ledger): Record<Voice, number> {
  const whole = sentences.reduce((sum, { start, end }) => sum + end - start, 0)
  const share = (voice: Voice) => {
    const part = sentences.filter((sentence) => sentence.voice === voice)
    return part.reduce((sum, { start, end }) => sum + end - start, 0) / (whole || 1)
  }
  return Object.fromEntries(VOICES.map((voice) => [voice, share(voice)])) as Record<Voice, number>
}
