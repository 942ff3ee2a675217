import abbreviations from '../../data/en/abbreviations.json' with { type: 'json' }
import cues from '../../data/en/cues.json' with { type: 'json' }
import exhibits from '../../data/en/exhibits.json' with { type: 'json' }
import pronouns from '../../data/en/pronouns.json' with { type: 'json' }
import titles from '../../data/en/titles.json' with { type: 'json' }
import type { Act, ActorKind } from '../record/index.js'
import { compileQuantities, quantityRows, type QuantityWords } from './quantities.js'
import { compileWording, wordingRows, type WordingRows } from './wording.js'

/** One row of `cues.json`: a pattern over the lower-cased cue, and the act it names. */
export interface CueRow {
  id: string
  /** Regular expression over the cue in lower case, typographic apostrophes made plain. */
  pattern: string
  /** Regular expression over the first words of what is said, in lower case; in examples these stand in brackets. */
  content?: string
  act: string
  /** Acts that the model may name instead. */
  unless?: string[]
  reason: string
  examples: string[]
  counterexamples: string[]
}

/** The words of one language, compiled. It names no word itself: they are rows of `data/`. */
export interface Lexicon {
  readonly abbreviations: ReadonlySet<string>
  /**
   * The act of a cue when a row is sure of it; `heard` is the model's own, which some rows let stand, and `content` what is
   * said, which some rows ask for.
   */
  actOf(cue: string, heard?: Act, content?: string): Act | null
  isNegated(cue: string): boolean
  isTitle(word: string): boolean
  /** Does a source phrase name what shows rather than speaks: a study, a video, records? By the noun that heads it. */
  isExhibit(phrase: string): boolean
  /** Kinds of actor a pronoun can stand for; null when the phrase is no pronoun. */
  pronounKinds(phrase: string): readonly ActorKind[] | null
  readonly quantities: QuantityWords
  readonly wording: WordingRows
}

export const cueRows: readonly CueRow[] = cues
export const exhibitRow = exhibits

let loaded: Lexicon | undefined
/** Compiled once: it never changes. */
export const loadLexicon = (): Lexicon => (loaded ??= compile())

function compile(): Lexicon {
  const compiled = cueRows.map((row) => ({
    act: row.act as Act,
    unless: new Set(row.unless as Act[] | undefined),
    pattern: new RegExp(`^(?:${row.pattern})$`, 'u'),
    content: row.content === undefined ? null : new RegExp(`^(?:${row.content})(?!\\w)`, 'u'),
  }))
  const titleSet = new Set(titles.titles)
  const nouns = new Set(exhibits.nouns)
  const prepositions = new Set(exhibits.prepositions)
  const negated = new RegExp(`(?:^|[\\s'])(?:${titles.negations.join('|')})(?:\\s|$)`, 'u')
  const kinds = new Map(Object.entries(pronouns as Record<string, ActorKind[]>))
  return {
    abbreviations: new Set(abbreviations),
    actOf: (cue, heard, said) => {
      const row = compiled.find(
        ({ pattern, content }) =>
          pattern.test(plain(cue)) &&
          (content === null || (said !== undefined && content.test(plain(said)))),
      )
      return row && !(heard && row.unless.has(heard)) ? row.act : null
    },
    isNegated: (cue) => negated.test(plain(cue)) || /n't\b/u.test(plain(cue)),
    isTitle: (word) => titleSet.has(plain(word)),
    isExhibit: (phrase) => {
      const words = plain(phrase).replace(/,/gu, ' ,').split(' ')
      const head = words.slice(0, words.findIndex((word) => prepositions.has(word)) >>> 0)
      return nouns.has(head.findLast((word) => !/^[\d/-]+$/u.test(word)) ?? '')
    },
    pronounKinds: (phrase) => kinds.get(plain(phrase)) ?? null,
    quantities: compileQuantities(quantityRows),
    wording: compileWording(wordingRows),
  }
}

const plain = (text: string) => text.toLowerCase().replace(/’/gu, "'").replace(/\s+/gu, ' ')
