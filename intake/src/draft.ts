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

/** One page on its way to the worker. */
export interface PageSource {
  html: string
  /** The path or address as the user gave it, for messages. */
  origin: string
  /** Where the page was published. */
  url: string
}

/** A document that cannot be used, said in plain data so that it can cross from a worker. */
export interface Problem {
  code: string
  message: string
}
