const PLAIN: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  '―': '-',
  '…': '.',
}
const LONGEST_WORD = 40
/** Characters of a word that are looked at: more than the pieces that count can hold. */
const LOOKED_AT = 1000
/** Longer words are not kept in mind: hardly any comes twice. */
const KEPT = 100

/** Lower case, accents off, typographic marks plain: what the subword vocabulary knows. */
export function foldWord(word: string): string {
  return word
    .replace(/[“”„«»‘’`–—―…]/gu, (c) => PLAIN[c] ?? c)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}

/** WordPiece, greedy longest match first (Schuster and Nakajima 2012; Devlin et al. 2019). */
export class Subwords {
  readonly #ids: Map<string, number>
  readonly #cache = new Map<string, readonly number[]>()
  readonly first: number
  readonly last: number
  readonly unknown: number

  /** @param vocabulary one subword per line, its id being its line, as in BERT's `vocab.txt`. */
  constructor(vocabulary: string) {
    this.#ids = new Map(vocabulary.split('\n').map((word, id) => [word, id]))
    this.first = this.#id('[CLS]')
    this.last = this.#id('[SEP]')
    this.unknown = this.#id('[UNK]')
  }

  #id(name: string): number {
    const id = this.#ids.get(name)
    if (id === undefined)
      throw new Error(`The subword vocabulary lacks ${name}: is it a BERT vocab.txt?`)
    return id
  }

  /** Subword ids of one word; at least one, at most 40. */
  of(word: string): readonly number[] {
    const known = this.#cache.get(word)
    if (known) return known
    const runs = foldWord(word.slice(0, LOOKED_AT)).match(/[\p{L}\p{M}\p{N}]+|[^\s]/gu) ?? []
    const pieces = runs.flatMap((run) => this.#pieces(run)).slice(0, LONGEST_WORD)
    const ids = pieces.length ? pieces : [this.unknown]
    if (this.#cache.size > 50_000) this.#cache.clear()
    if (word.length <= KEPT) this.#cache.set(word, ids)
    return ids
  }

  #pieces(run: string): number[] {
    const ids: number[] = []
    for (let start = 0; start < run.length;) {
      // No subword of the vocabulary is longer than 20 characters.
      let end = Math.min(run.length, start + 24)
      let id: number | undefined
      for (; end > start; end--) {
        id = this.#ids.get((start ? '##' : '') + run.slice(start, end))
        if (id !== undefined) break
      }
      if (id === undefined) return [this.unknown]
      ids.push(id)
      start = end
    }
    return ids
  }
}
