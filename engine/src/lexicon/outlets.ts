import rows from '../../data/en/outlets.json' with { type: 'json' }

export const outletRows = rows

export interface Outlets {
  /** Whether a name (articles and case apart) is a news medium's: known, or a name of its own that ends as theirs do. */
  isOutlet(name: string): boolean
  /** Whether a name is a news agency's: known, or ending as theirs do. */
  isAgency(name: string): boolean
  /** "Source: Reuters": words before the name of whoever a text comes from. */
  readonly credits: readonly string[]
  /** "told us": words for the outlet itself. */
  isSelf(words: string): boolean
}

const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/^(?:the|a|an) /u, '')
    .replace(/['’]s?$/u, '')

export function loadOutlets(): Outlets {
  const known = new Set(rows.names.map(bare))
  const endings = new Set(rows.endings)
  const agencies = new Set(rows.agencies.map(bare))
  const beginnings = new Set(rows.beginnings)
  const selves = new Set(rows.selves)
  return {
    isOutlet(name) {
      const words = bare(name).split(' ')
      // "Time" and "People" are, time and people are none.
      if (!/[\p{Lu}\p{N}]/u.test(name)) return false
      if (known.has(words.join(' '))) return true
      // A name before the ending: "the Varnholt Herald", not "the news".
      const capital = /^\p{Lu}/u.test(name.replace(/^(?:the|The|a|A|an|An) /u, ''))
      return (
        capital &&
        words.length > 1 &&
        (beginnings.has(words[0] ?? '') ||
          endings.has(words.at(-1) ?? '') ||
          endings.has(words.slice(-2).join(' ')))
      )
    },
    isAgency(name) {
      const words = bare(name)
      return (
        agencies.has(words) ||
        (/^\p{Lu}/u.test(name) && rows.agencyEndings.some((end) => words.endsWith(` ${end}`)))
      )
    },
    credits: rows.credits,
    isSelf: (words) => selves.has(bare(words)),
  }
}
