import type { StoryWord } from './story-words.js'

export interface Tally {
  all: number
  kept: number
}

/** Words of a source stand in many stories; an outlet's own words do not. */
const QUOTED = 0.25

export interface SharedWords {
  weight: number
  covered: number
  /** Weight of the words that agree. */
  agreed: number
  /** Words of its own before the longest shared stretch. */
  ahead: number
  plain: Tally
  specific: Tally
}

export interface Stretch {
  range: [first: number, end: number]
  agreeing: number[]
}

const STATE = { apart: 0, along: 1, equal: 2 } as const

/** What `words` share with another text that they run along in `runs`. */
export function sharedWords(words: readonly StoryWord[], runs: readonly Stretch[]): SharedWords {
  const state = new Uint8Array(words.length)
  for (const { range } of runs) state.fill(STATE.along, ...range)
  for (const { agreeing } of runs) for (const i of agreeing) state[i] = STATE.equal
  const [plain, specific] = [
    { all: 0, kept: 0 },
    { all: 0, kept: 0 },
  ]
  const sums = { weight: 0, covered: 0, agreed: 0, ahead: aheadOf(state, runs), plain, specific }
  words.forEach((word, i) => {
    const weight = word.quoted ? QUOTED : 1
    sums.weight += weight
    if (state[i] === STATE.apart) return
    const tally = word.specific ? specific : plain
    sums.covered += weight
    tally.all++
    if (state[i] === STATE.along) return
    sums.agreed += weight
    tally.kept++
  })
  return sums
}

function aheadOf(state: Uint8Array, runs: readonly Stretch[]): number {
  const lengthOf = ({ range: [from, to] }: Stretch) => to - from
  const longest = runs.reduce<Stretch | undefined>(
    (best, run) => (best && lengthOf(best) >= lengthOf(run) ? best : run),
    undefined,
  )
  return longest ? state.subarray(0, longest.range[0]).filter((s) => s === STATE.apart).length : 0
}
