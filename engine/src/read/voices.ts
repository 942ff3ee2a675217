import { VOICES, type Sentence, type Voice } from '../record/index.js'
import { argmax, meanRow } from '../model/index.js'
import type { Tokens } from '../text/index.js'
import type { Draft } from './types.js'

/** The voice of each sentence as the model hears it; a sentence that no statement touches is the outlet's own. */
export function hearVoices(
  tokens: Tokens,
  voice: Float32Array,
  drafts: readonly Draft[],
): Sentence[] {
  const touched = new Set<number>()
  for (const draft of drafts) {
    for (const [first, end] of [draft.cue, ...draft.content]) {
      for (let k = first; k < end; k++) touched.add(tokens.sentenceOf[k] ?? -1)
    }
  }
  let k = 0
  return tokens.sentences.map(({ start, end }, s) => {
    const first = k
    while (k < tokens.words.length && tokens.sentenceOf[k] === s) k++
    const heard: Voice = VOICES[argmax(meanRow(voice, VOICES.length, first, k))] ?? 'own'
    return { start, end, voice: touched.has(s) ? heard : 'own' }
  })
}
