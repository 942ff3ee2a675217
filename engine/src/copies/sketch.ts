import type { Story } from './story.js'

/** How many hashes a story has at most. */
export const SKETCH_SIZE = 32

/** Words that carry a story: figures, and words too long to be mere grammar. */
const LONG = 4

/**
 * A few unsigned 32-bit hashes, sorted, that two copies of one story very likely share some of, even where one is
 * shortened, reordered or slightly reworded: the lowest hashes of all pairs of successive long words (the bottom-k
 * sketch of Broder, On the resemblance and containment of documents, 1997). Only a hint: `sameStory` decides.
 */
export function sketchOf({ words }: Story): number[] {
  const hashes = new Set<number>()
  let before = ''
  for (const { fold } of words) {
    if (fold.length < LONG && !/^\p{N}/u.test(fold)) continue
    if (before) hashes.add(hash(`${before} ${fold}`))
    before = fold
  }
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH_SIZE)
}

/** FNV-1a over UTF-16 code units, with the last mixing steps of MurmurHash3 so that the low hashes are spread evenly. */
function hash(words: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
