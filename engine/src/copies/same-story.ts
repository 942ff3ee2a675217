import { alignedRuns } from './align.js'
import type { Story } from './story.js'
import { sharedWords, type Tally } from './shared-words.js'

/** What two texts share. Shares are of words, 0 to 1; a quoted word weighs a quarter. */
export interface Likeness {
  same: boolean
  /** How much of each text stands in the other. */
  shared: [a: number, b: number]
  /** How many of the figures and names agree where the texts run along each other. */
  specifics: number
}

/** This much of one text, by weight, must stand in the other. */
const ENOUGH = 0.44
/** Fewer shared words than this are a phrase. */
const FEWEST = 20
/** So many words may stand before what is shared, in one of the texts at least: more is a story of its own. */
const AHEAD = 30
/** So many of the figures and names of a copy may be expected to agree, whatever was changed in it. */
const KEPT = 0.8
/** Standard deviations below which figures and names agree too rarely for a copy. */
const PATTERN = -1.1

/**
 * Whether one text is a copy, in whole or in part, of the story in the other: at least half of one of them runs along the
 * other (containment, Broder 1997), measured by the words outside quotation marks, and figures and names agree there about
 * as often as other words do. Where they do not, the texts follow a pattern: weather, markets, results.
 */
export function sameStory(a: Story, b: Story): boolean {
  return compareStories(a, b).same
}

export function compareStories(a: Story, b: Story): Likeness {
  // Always the same way round, so that the answer is too.
  const [first, second] = a.words.length > b.words.length ? [b, a] : [a, b]
  const runs = alignedRuns(first, second)
  const sides = [
    sharedWords(
      first.words,
      runs.map(({ a, pairs }) => ({ range: a, agreeing: pairs.map(([i]) => i) })),
    ),
    sharedWords(
      second.words,
      runs.map(({ b, pairs }) => ({ range: b, agreeing: pairs.map(([, j]) => j) })),
    ),
  ] as const
  const [one = 0, two = 0] = sides.map(({ agreed, weight }) => agreed / (weight || 1))
  const covered = Math.min(...sides.map(({ covered }) => covered))
  const ahead = Math.min(...sides.map(({ ahead }) => ahead))
  const plain = together(sides.map(({ plain }) => plain))
  const specific = together(sides.map(({ specific }) => specific))
  const same =
    Math.max(one, two) >= ENOUGH &&
    covered >= FEWEST &&
    ahead <= Math.max(AHEAD, covered / 4) &&
    deviation(specific, Math.min(shareOf(plain), KEPT)) > PATTERN
  return { same, shared: first === a ? [one, two] : [two, one], specifics: shareOf(specific) }
}

/** Each pair of words is counted on both sides, and so by half. */
const together = (tallies: Tally[]): Tally => ({
  all: tallies.reduce((sum, { all }) => sum + all, 0) / 2,
  kept: tallies.reduce((sum, { kept }) => sum + kept, 0) / 2,
})

const shareOf = ({ all, kept }: Tally) => (all ? kept / all : 1)

/** How many standard deviations of a binomial there are more kept than expected. */
const deviation = ({ all, kept }: Tally, expected: number) =>
  (kept - all * expected) / Math.sqrt(all * expected * (1 - expected) || 1)
