import type { Note } from '@hearsay/engine'

/** What a document says of itself, before the caller's options overrule it and it becomes an Article. */
export interface Draft {
  title: string | null
  byline: string | null
  outlet: string | null
  published: string | null
  /** ISO 639-1 code as declared; null when the document declares none. */
  language: string | null
  text: string
  notes: Note[]
}

/** A document that cannot be used, said in plain data so that it can cross from a worker. */
export interface Problem {
  code: string
  message: string
}
