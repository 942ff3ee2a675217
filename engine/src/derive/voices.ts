import type { Sentence, Span, Statement, Voice } from '../record/index.js'

/** Places of the sentences that a span touches; sentences stand in text order and do not overlap. */
export function touchedSentences(sentences: readonly Span[], spans: Iterable<Span>): Set<number> {
  const touched = new Set<number>()
  for (const { start, end } of spans) {
    for (let s = firstEndingAfter(sentences, start); (sentences[s]?.start ?? Infinity) < end; s++)
      touched.add(s)
  }
  return touched
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A sentence that no statement touches is the outlet's own, whatever was heard in it. */
export function voiceHeard(heard: Voice, touched: boolean): Voice {
  return touched ? heard : 'own'
}

/**
 * The voice that follows from the statements of a sentence, where nobody has listened to it: that of the statement whose
 * cue stands in it furthest out. A sentence that was the outlet's own, and of which less than half now rests on somebody's
 * word, is mixed; one that was mixed stays so.
 */
export function voiceOf(
  sentence: Sentence,
  touching: readonly Statement[],
  depthOf: (statement: Statement) => number,
): Voice {
  const cuedHere = touching.filter(({ cue }) => cue.start !== null && meets(sentence, cue.start))
  const outermost = (cuedHere.length > 0 ? cuedHere : touching).reduce<Statement | undefined>(
    (best, each) => (best && depthOf(best) <= depthOf(each) ? best : each),
    undefined,
  )
  if (!outermost) return 'own'
  if (sentence.voice === 'mixed') return 'mixed'
  if (sentence.voice === 'own' && covered(sentence, touching) < 0.5) return 'mixed'
  return outermost.source ? 'attributed' : 'agentless'
}

const meets = ({ start, end }: Span, offset: number) => start <= offset && offset < end

/** The share of the sentence's characters that sources, cues and contents cover. */
function covered(sentence: Span, statements: readonly Statement[]): number {
  const inside = new Set<number>()
  for (const { source, cue, content } of statements) {
    for (const span of [source, cue, ...content]) {
      if (span?.start == null || span.end == null) continue
      const [from, to] = [Math.max(span.start, sentence.start), Math.min(span.end, sentence.end)]
      for (let at = from; at < to; at++) inside.add(at)
    }
  }
  return inside.size / Math.max(1, sentence.end - sentence.start)
}
