import rows from '../../data/en/bylines.json' with { type: 'json' }

export const bylineRows = rows

/** Whether a word stands in a line that says who wrote an article, where and when; in lower case. */
export function loadBylineWords(): ReadonlySet<string> {
  return new Set(rows.words)
}
