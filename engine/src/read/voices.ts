import { VOICES, type Sentence, type Voice } from '../record/index.js'
import { touchedSentences, voiceHeard } from '../derive/index.js'
import { argmax, meanRow } from '../model/index.js'
import { spanOf, type Tokens } from '../text/index.js'
import type { Draft } from './types.js'

/** The voice of each sentence as the model hears it; a sentence that no statement touches is the outlet's own. */
export function hearVoices(
  tokens: Tokens,
  voice: Float32Array,
  drafts: readonly Draft[],
): Sentence[] {
  const spans = drafts.flatMap(({ cue, content }) =>
    [cue, ...content].map((range) => spanOf(tokens, range)),
  )
  const touched = touchedSentences(tokens.sentences, spans)
  let k = 0
  return tokens.sentences.map(({ start, end }, s) => {
    const first = k
    while (k < tokens.words.length && tokens.sentenceOf[k] === s) k++
    const heard: Voice = VOICES[argmax(meanRow(voice, VOICES.length, first, k))] ?? 'own'
    return { start, end, voice: voiceHeard(heard, touched.has(s)) }
  })
}
