/** A doubt said openly. `start` and `end` locate it in the article's text where it has a place there. */
export interface Note {
  /** Stable, lower-case, hyphenated: `date-unknown`. */
  code: string
  message: string
  start?: number
  end?: number
}
