import { SHAPE } from '../text/index.js'
import { TAG_KINDS, TAGS, type TagKind } from './labels.js'
import type { WordScores } from './scorer.js'
import type { Window, WindowInput } from './windows.js'

export type LabelKind = Exclude<TagKind, 'voice'>

/** What the model says of each word of an article. */
export interface WordTags {
  /** Logits of the voices, `[word][voice]`. */
  readonly voice: Float32Array
  /** Of each kind the likeliest label, by its place in TAGS. */
  readonly best: Readonly<Record<LabelKind, Uint8Array>>
}

const LABEL_KINDS = TAG_KINDS.filter((kind): kind is LabelKind => kind !== 'voice')

export function noTags(words: number): WordTags {
  return {
    voice: new Float32Array(words * TAGS.voice.length),
    best: Object.fromEntries(
      LABEL_KINDS.map((kind) => [kind, new Uint8Array(words)]),
    ) as WordTags['best'],
  }
}

/** Takes over what is said of the words of a window's body. */
export function putTags(
  tags: WordTags,
  { body: [first, end], all }: Window,
  said: WordScores,
): void {
  const from = first - all[0]
  const width = TAGS.voice.length
  tags.voice.set(said.tags.voice.subarray(from * width, (end - all[0]) * width), first * width)
  for (const kind of LABEL_KINDS)
    for (let k = first; k < end; k++)
      tags.best[kind][k] = bestOfRow(said.tags[kind], k - all[0], TAGS[kind].length)
}

/** Marks and digits are what they look like; nobody speaks among them. */
export function putMarks(tags: WordTags, { body: [first, end], all, input }: Window): void {
  for (let k = first; k < end; k++) {
    const shape = input.shapes[input.at[k - all[0]] as number]
    tags.best.part[k] = TAGS.part.indexOf(shape === SHAPE.digits ? 'NUM' : 'MARK')
  }
}

/** Whether a window has no letter in it: nobody says anything there. */
export const isLetterless = ({ shapes }: WindowInput) =>
  shapes.every((shape) => shape === SHAPE.mark || shape === SHAPE.digits)

function bestOfRow(logits: Float32Array, row: number, width: number): number {
  let best = 0
  for (let j = 1; j < width; j++)
    if ((logits[row * width + j] as number) > (logits[row * width + best] as number)) best = j
  return best
}
