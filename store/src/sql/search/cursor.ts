import { HearsayError } from '@hearsay/engine'

/** Where a page ended: the row id of its last statement or article, and the score where they are ranked. */
export interface End {
  id: number
  score: number | null
}

/** `n123`, or `r123_4.56` of a ranked page. */
export function cursorOf({ id, score }: End): string {
  return score === null ? `n${id}` : `r${id}_${score}`
}

/** @throws HearsayError `query-malformed`. */
export function endOf(cursor: string): End {
  const [, id, score] = /^[nr](\d{1,16})(?:_(\d[\d.e-]*))?$/.exec(cursor) ?? []
  const end = { id: Number(id), score: score === undefined ? null : Number(score) }
  if (Number.isSafeInteger(end.id) && !Number.isNaN(end.score)) return end
  throw new HearsayError(
    'query-malformed',
    `"${cursor}" is no place to go on from. Hand back the "next" of the page before.`,
  )
}
