import { ROLES, TAG_KINDS, type TagKind } from './labels.js'
import type { MentionSettings } from './decoding.js'
import type { Scorer, WordScores } from './scorer.js'

/** What is needed of ONNX Runtime; onnxruntime-node and onnxruntime-web both give it. */
export interface Runtime {
  Tensor: new (type: 'int32' | 'float32', data: never, dims: readonly number[]) => unknown
}
export interface Session {
  run(feeds: never): Promise<Readonly<Record<string, { readonly data: unknown }>>>
  release(): Promise<void>
}

/** A scorer over two opened sessions: `words` (encoder and word heads) and `cues` (the cue head). */
export function createOnnxScorer(
  runtime: Runtime,
  sessions: { words: Session; cues: Session },
  { width, lengths }: Pick<MentionSettings, 'width' | 'lengths'>,
  id: string,
): Scorer {
  const integers = (values: readonly number[], dims: readonly number[]) =>
    new runtime.Tensor('int32', Int32Array.from(values) as never, dims)
  const floats = (values: Float32Array, dims: readonly number[]) =>
    new runtime.Tensor('float32', values as never, dims)

  return {
    id,
    async readWords({ ids, shapes, quotes, lines, at }): Promise<WordScores> {
      const row = (values: readonly number[]) => integers(values, [1, values.length])
      const feeds = {
        ids: row(ids),
        shapes: row(shapes),
        quotes: row(quotes),
        lines: row(lines),
        at: row(at),
      }
      const out = await sessions.words.run(feeds as never)
      return {
        words: at.length,
        hidden: numbers(out, 'hidden'),
        cue: numbers(out, 'cue'),
        tags: Object.fromEntries(TAG_KINDS.map((kind) => [kind, numbers(out, kind)])) as Record<
          TagKind,
          Float32Array
        >,
        ends: {
          opens: numbers(out, 'first'),
          closes: numbers(out, 'last'),
          types: numbers(out, 'types'),
          asks: numbers(out, 'asks'),
          answers: numbers(out, 'answers'),
          width,
          lengths,
        },
      }
    },
    async askCues({ hidden, words }, cues) {
      const out = await sessions.cues.run({
        hidden: floats(hidden, [1, words, hidden.length / words]),
        first: integers(
          cues.map(([first]) => first),
          [cues.length],
        ),
        last: integers(
          cues.map(([, end]) => end),
          [cues.length],
        ),
      } as never)
      const role = numbers(out, 'role')
      return {
        from: Array.from(out['from']?.data as Int32Array),
        seen: role.length / (cues.length * ROLES.length),
        role,
        kind: numbers(out, 'kind'),
        act: numbers(out, 'act'),
      }
    },
    async close() {
      await Promise.all([sessions.words.release(), sessions.cues.release()])
    },
  }
}

function numbers(
  out: Readonly<Record<string, { readonly data: unknown }>>,
  name: string,
): Float32Array {
  const data = out[name]?.data
  if (!(data instanceof Float32Array))
    throw new Error(`The model gave no '${name}': are the weights those of the manifest?`)
  return data
}
