import type { Note } from '@hearsay/engine'

/** What a document says of itself, before the caller's options overrule it and it becomes an Article. */
export interface Draft {
  title: string | null
  byline: string | null
  outlet: string | null
  published: string | null
  /** ISO 639-1 code: as declared, null when it is not, until the text itself is judged. */
  language: string | null
  text: string
  notes: Note[]
}

/** A text on its way to the sandbox, as it came. */
export interface TextInput {
  bytes: Uint8Array
  /** The HTTP Content-Type header, with its charset. */
  contentType?: string
}

/** A page on its way to the sandbox, as it came. */
export type PageInput = TextInput & Omit<PageSource, 'html'>

/** A page, decoded. */
export interface PageSource {
  html: string
  /** Where the page was published. */
  url: string
  /** The markup is the body of an article and nothing else: there is no page around it in which to look for one. */
  fragment?: boolean
}

/** A document that cannot be used, said in plain data so that it can cross from another process. */
export interface Problem {
  code: string
  message: string
}
