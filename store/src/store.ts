import type { Act, Ledger } from '@hearsay/engine'

/** What the user knows about an article better than the article itself. */
export interface Particulars {
  url?: string
  published?: string
  outlet?: string
}

/** Bytes as they were found somewhere. */
export interface Capture {
  /** Where exactly: `https://…` after redirects, `file:///…` in full, or `-` for standard input. */
  address: string
  /** The path or address as the user gave it. */
  origin: string
  /** The HTTP Content-Type header, if there was one. */
  contentType?: string
  particulars: Particulars
  bytes: Uint8Array
}

/**
 * What became of a capture. `added`: an article that was not here. `captured`: its words were here, from elsewhere or
 * in other bytes. `known`: all of it was here. `forgotten`: it was forgotten, and so is left out.
 */
export type Outcome = 'added' | 'captured' | 'known' | 'forgotten'

export interface Saved {
  outcome: Outcome
  /** SHA-256 of the article's text, in hex. */
  article: string
  /** The how-manieth text at this address, from 1. */
  version: number
}

/** What to look for; what is left out is not asked. */
export interface Query {
  /** All of these, in what was said; `"in quotes"` together, `dam*` for any ending. */
  words?: string
  /** One of the source's names in the article. */
  actor?: string
  act?: Act
  /** Part of the outlet's name. */
  outlet?: string
  /** Published on this ISO day or later. */
  since?: string
  /** How many hits at most. */
  limit: number
}

/** A statement that answers a query. */
export interface Hit {
  article: string
  statement: string
  /** Null when nobody is named. */
  who: string | null
  act: Act
  negated: boolean
  /** What was said, its fragments parted by ` … `. */
  words: string
  /** Of each fragment, half-open, in UTF-16 code units of the article's text. */
  spans: [number, number][]
  origin: string
  outlet: string | null
  published: string | null
}

export interface Hits {
  hits: Hit[]
  /** How many there are in all. */
  total: number
}

export interface Forgotten {
  article: string
  /** Where it had been found. */
  addresses: string[]
  /** Other texts at these addresses, which are still kept: earlier and later versions. */
  versions: string[]
  /** Bytes that stay because other articles were read from them too. */
  shared: number
  /** Another process was reading: the words stay in the database's log until it is done. */
  lingering: boolean
}

/** Something that is not as it was kept. */
export interface Problem {
  where: string
  what: string
}

export interface Counts {
  articles: number
  captures: number
  blobs: number
  ledgers: number
  statements: number
  records: number
}

/**
 * Articles kept as evidence. Articles go by the SHA-256 of their text, in hex. Every method throws HearsayError
 * `store-busy`, `store-damaged`, `store-full` or `store-unwritable` when it is so.
 */
export interface Store {
  /** What is known of this capture, without reading it; null when it is new. */
  recall(capture: Capture): Promise<Saved | null>
  /**
   * Keeps a capture and what was read in it, all or nothing; on the disk when the promise resolves.
   * @throws HearsayError `ledger-unsound`: the ledger breaks its contract or is not of these bytes.
   */
  save(capture: Capture, ledger: Ledger, options?: { again?: boolean }): Promise<Saved>
  /** All articles, in the order they were added. */
  articles(): Promise<string[]>
  /**
   * The one article whose SHA-256 begins with `id`.
   * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
   */
  find(id: string): Promise<string>
  /** The latest ledger of an article; null when it was forgotten meanwhile. */
  ledger(article: string): Promise<Ledger | null>
  search(query: Query): Promise<Hits>
  /** Removes bytes, text and ledgers; leaves a tombstone with the hashes. Forgetting twice does no harm. */
  forget(article: string): Promise<Forgotten>
  /** How much is kept now. */
  counts(): Promise<Counts>
  /** Whatever is not as it was kept; nothing when all is sound. */
  verify(): AsyncGenerator<Problem, Counts, undefined>
  close(): Promise<void>
}
