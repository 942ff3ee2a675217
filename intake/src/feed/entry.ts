/** An item of a feed, whatever its format. Texts may hold markup where the field says so. */
export interface Entry {
  /** HTML. */
  title?: string
  link?: string
  id?: string
  /** As written. */
  published?: string
  byline?: string
  /** The item in full, as HTML. */
  html?: string
  /** The item in full, as plain text. */
  text?: string
  /** HTML. */
  summary?: string
}

export interface Feed {
  /** HTML. */
  title?: string
  link?: string
  /** How many minutes the feed asks to be left alone. */
  ttl?: number
  entries: Entry[]
}
