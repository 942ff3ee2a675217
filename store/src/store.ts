import type {
  ActorDetails,
  ActorPage,
  Actors,
  CaptureEntry,
  Corrected,
  Container,
  CorrectionEntry,
  Counts,
  Facets,
  Forgotten,
  Head,
  Hits,
  Library,
  LibraryPage,
  Outcome,
  Problem,
  Query,
  Reading,
  Review,
  ReviewPage,
  SavedSearch,
  Version,
} from '@hearsay/contract'
import type { Change, EngineInfo, Ledger } from '@hearsay/engine'

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
  /** ISO date-time when the bytes came, where a container says so (WARC-Date); else the store's clock tells. */
  fetched?: string
  container?: Container
}

export interface Saved {
  outcome: Outcome
  /** SHA-256 of the article's text, in hex. */
  article: string
  /** The how-manieth text at this address, from 1. */
  version: number
}

/** Articles that carry the same story. */
export interface Reprints {
  /** The one that came first. */
  origin: string
  /** All of them, the origin first, then in the order in which they were published. */
  articles: string[]
  /** The news agencies that they credit, as they write them. */
  credited: string[]
}

/** Bytes as they came. */
export interface Original {
  bytes: Uint8Array
  contentType: string | null
  origin: string
}

/** A reading of an article. */
export interface LedgerEntry {
  id: number
  engine: EngineInfo
  /** ISO date-time. */
  made: string
}

/** What is known of an address that is asked again and again. */
export interface PollState {
  etag?: string
  modified?: string
  /** ISO date-time before which it is not asked again. */
  due?: string
  failures: number
}

/** What a time-stamping authority answered. */
export interface TimestampAnswer {
  /** What was sent to it. */
  head: Head
  nonce: Uint8Array
  /** Its address. */
  authority: string
  answer: Uint8Array
}

/** Who says in a timestamp that a head was there, and when. */
export interface Attestation {
  /** ISO date-time. */
  time: string
  /** Whom its certificate names, and who issued that. */
  authority: string
  issuer: string
  /** SHA-256 of the certificate, in hex. */
  fingerprint: string
}

/** A timestamp that is kept (RFC 3161). */
export interface TimestampEntry {
  head: string
  records: number
  /** ISO date-time when it came, by the clock here. */
  at: string
  /** The address that was asked. */
  authority: string
  /** DER as base64. */
  token: string
  /** Null where it is not valid; `problem` says why. */
  says: Attestation | null
  problem: string | null
}

/** Told why the store waits for its database, which is away; and null when that is over. */
export type OnWait = (why: string | null) => void

/**
 * Articles kept as evidence. Articles go by the SHA-256 of their text, in hex. Every method throws HearsayError
 * `store-busy`, `store-damaged`, `store-full`, `store-slow`, `store-unreachable` or `store-unwritable` when it is so.
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
  /** The latest ledger of an article as corrected, or `asRead` by the machine; null when it was forgotten meanwhile. */
  ledger(article: string, options?: { asRead?: boolean }): Promise<Ledger | null>
  /** Every reading of an article, the first first. */
  ledgers(article: string): Promise<LedgerEntry[]>
  /** A reading by its number, as the machine read it; null when there is none. */
  ledgerById(id: number): Promise<Ledger | null>
  /**
   * Keeps a newer ledger of a text that is here, as the machine read it; the older ones stay.
   * @throws HearsayError `article-unknown`, `ledger-unsound`: it is of another text or other bytes.
   */
  reread(article: string, ledger: Ledger): Promise<'kept' | 'same'>
  /**
   * Keeps what a person says of the latest ledger as corrected. It also holds for later texts at the same address.
   * @throws HearsayError `article-unknown`, `correction-unfit`.
   */
  correct(article: string, change: Change, by: string): Promise<Corrected>
  /**
   * Takes a correction back; that is itself a record, and can be taken back.
   * @throws HearsayError `correction-unknown`, `correction-unfit`: it is taken back already.
   */
  undo(correction: string, by: string): Promise<Corrected>
  /** The corrections of an article, those of earlier texts at its address included; or all there are. */
  corrections(article?: string): Promise<CorrectionEntry[]>
  /**
   * The latest ledger of an article as corrected, the corrections and what they disagree on, from one application of them;
   * null when it was forgotten meanwhile.
   */
  reading(article: string): Promise<Reading | null>
  /**
   * What is worth a second look: first where a person's word is at stake, then statements that nobody has looked at, the
   * least sure first.
   */
  review(page: ReviewPage): Promise<Review>
  /** People and bodies across articles, who says most first. */
  actors(page: ActorPage): Promise<Actors>
  /** @throws HearsayError `actor-unknown`. */
  actor(id: string): Promise<ActorDetails>
  /** Says that these are one. @throws HearsayError `actor-unknown`, `correction-unfit`. */
  merge(ids: readonly string[], by: string): Promise<{ id: string; correction: string }>
  /** Says that these mentions are of somebody else: those of the actor itself, or all of one who may be it. @throws HearsayError `actor-unknown`, `correction-unfit`. */
  split(
    id: string,
    mentions: readonly { article: string; actor: string }[],
    by: string,
  ): Promise<{ id: string; correction: string }>
  /** Forgets every article in which this actor speaks. @throws HearsayError `actor-unknown`. */
  forgetActor(id: string): Promise<Forgotten[]>
  /** @throws HearsayError `query-malformed`: a date or cursor that is none. */
  search(query: Query): Promise<Hits>
  /** What the hits have in common, 20 values each; of a great many, of the newest. */
  facets(query: Query): Promise<Facets>
  /** What was added last comes first. `words`: in titles, origins and outlets. */
  library(page: LibraryPage): Promise<Library>
  /** Every place and time it was found, the first first. */
  captures(article: string): Promise<CaptureEntry[]>
  /** The texts that the article's address has had, oldest first. */
  versions(article: string): Promise<Version[]>
  /** The articles that carry the same story, itself among them. */
  reprints(article: string): Promise<Reprints>
  /** The bytes that the latest ledger was read from; null when there is no such article. */
  original(article: string): Promise<Original | null>
  /** In the order of their names. */
  searches(): Promise<SavedSearch[]>
  /** Keeps a search by its name, in place of one that has it. */
  saveSearch(name: string, query: Query): Promise<void>
  dropSearch(name: string): Promise<void>
  poll(address: string): Promise<PollState | null>
  polled(address: string, state: PollState): Promise<void>
  /** Removes bytes, text and ledgers; leaves a tombstone with the hashes. Forgetting twice does no harm. */
  forget(article: string): Promise<Forgotten>
  /** All of it as one tar file, as it is when this begins; `restoreStore` takes it, into either database. */
  backup(): AsyncGenerator<Uint8Array>
  /** The end of the journal. */
  head(): Promise<Head>
  /** Where a head that was published stands in the journal; null when it does not. */
  findHead(hash: string, records?: number): Promise<Head | null>
  /**
   * Keeps an authority's timestamp of a head, once it is checked.
   * @throws HearsayError `timestamp-refused`, `timestamp-invalid`, `head-unknown`.
   */
  keepTimestamp(answer: TimestampAnswer): Promise<TimestampEntry>
  /** All timestamps, in the order in which they came, checked. */
  timestamps(): Promise<TimestampEntry[]>
  /** How much is kept now. */
  counts(): Promise<Counts>
  /** Whatever is not as it was kept; nothing when all is sound. */
  verify(): AsyncGenerator<Problem, Counts, undefined>
  close(): Promise<void>
}
