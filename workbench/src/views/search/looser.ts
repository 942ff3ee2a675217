/** The marks that the search takes for quotes. */
const QUOTE = /["“”]/g

/** Searches that find more than `words`, the nearest first: by beginnings, without quotes, with fewer words. */
export function looser(words: string): string[] {
  const asked = words.trim()
  if (asked === '') return []
  const plain = asked.replaceAll(QUOTE, ' ').trim().split(/\s+/)
  const begun = plain.map((word) => (word.includes('*') || word.length < 3 ? word : `${word}*`))
  const within = plain.map((word) => `*${word.replaceAll('*', '')}*`)
  const tries = [
    ...(asked.search(QUOTE) >= 0 ? [plain.join(' ')] : []),
    begun.join(' '),
    ...(plain.length === 1 && (plain[0]?.length ?? 0) > 2 ? within : []),
    ...(plain.length > 1 ? plain.filter((word) => word.length > 3).slice(0, 3) : []),
  ]
  return [...new Set(tries)].filter((each) => each !== asked)
}
