import { loadLexicon } from '../engine/src/lexicon/index.js'
import type { Part } from '../engine/src/model/index.js'
import { tokenize, wordAt, type Tokens, type WordRange } from '../engine/src/text/index.js'
import type { Draft, Tags } from '../engine/src/read/types.js'

const { abbreviations } = loadLexicon()

const PARTS: Record<string, Part> = Object.fromEntries(
  Object.entries({
    DET: 'the a an this no',
    PREP: 'of in for with to by from at on',
    PAST: 'held said told met was were had resigned left knew called asked urged denied believed wanted described',
    BASE: 'respond say deny mention resign wait leave',
    MODAL: 'did does would could',
    ADV: 'not never repeatedly reportedly often so',
    VERB: 'is are says has want',
    PRON: 'he she it they his her its their i we him them',
    ADJ: 'familiar top senior military civilian new first current former many another both supportive',
    CONJ: 'and or nor',
    WH: 'who which',
  }).flatMap(([part, list]) => list.split(' ').map((word) => [word, part])),
) as Record<string, Part>

/** Text with its noun phrases in brackets and names between stars: "[the mayor], [*Ana Ruiz*],". */
export function readMarked(marked: string): { tokens: Tokens; tags: Tags } {
  const text = marked.replace(/[[\]*]/gu, '')
  const tokens = tokenize(text, abbreviations)
  const wordFrom = (offset: number) => tokens.words.findIndex(({ end }) => end > offset)
  const phrases: WordRange[] = []
  const entities: { kind: 'PER' | 'ORG' | 'LOC'; range: WordRange }[] = []
  const open: number[] = []
  let name: number | null = null
  let at = 0
  for (const sign of marked) {
    if (sign === '[') open.push(at)
    else if (sign === ']') phrases.push([wordFrom(open.pop() ?? 0), wordFrom(at - 1) + 1])
    else if (sign === '*') {
      if (name === null) name = at
      else {
        const range: WordRange = [wordFrom(name), wordFrom(at - 1) + 1]
        const named = text.slice(name, at)
        const kind = /Office|Observatory|Rail|Radio|Herald|OSA|Navy|Department/u.test(named)
          ? 'ORG'
          : /US|America|Washington/u.test(named)
            ? 'LOC'
            : 'PER'
        entities.push({ kind, range })
        name = null
      }
    } else at++
  }
  phrases.sort(([a, b], [c, d]) => a - c || d - b)
  const parts = tokens.words.map((_, k): Part => {
    const word = wordAt(tokens, k)
    return (
      PARTS[word.toLowerCase()] ??
      (/^(?:\d|two$|three$)/i.test(word)
        ? 'NUM'
        : /^\p{Lu}/u.test(word)
          ? 'NAME'
          : /^\p{L}/u.test(word)
            ? 'NOUN'
            : /^['’]s$/u.test(word)
              ? 'OTHER'
              : 'MARK')
    )
  })
  return { tokens, tags: { entities, parts, phrases, remarks: [] } }
}

/** The words that a phrase of the text covers, which stands in it once. */
export function rangeOf(tokens: Tokens, phrase: string): WordRange {
  const start = tokens.text.indexOf(phrase)
  const inside = tokens.words.flatMap((word, i) =>
    word.start >= start && word.end <= start + phrase.length ? [i] : [],
  )
  return [inside[0] ?? 0, (inside.at(-1) ?? 0) + 1]
}

/** What is reported to be said, in the words of the text. */
export interface Said {
  source?: string | undefined
  cue: string
  content?: string | undefined
  channel?: string
  kind?: Draft['kind']
}

/** A statement that the model is sure of. */
export function draftOf(tokens: Tokens, { source, cue, content, channel, kind }: Said): Draft {
  return {
    cue: rangeOf(tokens, cue),
    source: source ? rangeOf(tokens, source) : null,
    content: content ? [rangeOf(tokens, content)] : [],
    channel: channel ? rangeOf(tokens, channel) : null,
    said: null,
    act: 'assert',
    negated: false,
    kind: source ? (kind ?? 'person') : null,
    scores: { cue: 1, source: 1, content: 1 },
  }
}
