import rows from '../../data/en/certainty.json' with { type: 'json' }

/** How sure a line is in words, surest first: each from what confidence on; and the parts that may be in doubt. */
export const certaintyRows = rows

/** Confidence from which on a line is called sure. */
export const SURE_FROM = Math.max(...rows.words.map(({ least }) => least))

/** Confidence below which somebody should look at a line. */
export const CHECK_BELOW = Math.min(
  ...rows.words.filter(({ least }) => least > 0).map(({ least }) => least),
)

/** `sure`, `likely` or `check this`. */
export function certaintyWord(confidence: number): string {
  const row = rows.words.find(({ least }) => confidence >= least)
  return (row ?? rows.words.at(-1))?.word ?? ''
}
