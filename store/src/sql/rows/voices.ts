import { VOICES, type Ledger, type Statement, type Voice } from '@hearsay/engine'

/** On whose word the sentence with the cue rests; without a cue, that in which the content begins. */
export function voiceOf({ sentences }: Ledger, { cue, content }: Statement): Voice {
  const at = cue.start ?? content[0]?.start ?? 0
  // Sentences stand in text order: the last that begins no later, by bisection.
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= at) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low - 1]
  return sentence && at < sentence.end ? sentence.voice : 'attributed'
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
