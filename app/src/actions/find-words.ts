import { HearsayError, type Span } from '@hearsay/engine'

/**
 * Where quoted words stand in a text: of several places the one nearest to `near`. Spaces and line breaks are alike.
 * @throws HearsayError `words-not-found`.
 */
export function findWords(text: string, words: string, near: number): Span {
  const parts = words.trim().split(/\s+/u)
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const places = Array.from(parts[0] ? text.matchAll(new RegExp(pattern, 'gu')) : [], (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const [first, ...others] = places
  if (!first) {
    throw new HearsayError(
      'words-not-found',
      `The words “${words}” are not in the article. Quote them as they stand there.`,
    )
  }
  const way = ({ start, end }: Span) => (end <= near ? near - end : Math.max(0, start - near))
  return others.reduce((best, place) => (way(place) < way(best) ? place : best), first)
}
