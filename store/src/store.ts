import type {
  Act,
  ActorKind,
  Change,
  Correction,
  Disagreement,
  EngineInfo,
  Ledger,
  Statement,
  Telling,
  Voice,
} from '@hearsay/engine'

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

/** The WARC, feed or archive that bytes came in. */
export interface Container {
  /** SHA-256 of the container, in hex. */
  hash: string
  name: string
  /** Which record, entry or line of it. */
  member: string
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
  /** All of these, in what was said; `"in quotes"` together, `flood*` by beginning, `*lift*` anywhere in a word. */
  words?: string
  /** One of the source's names, there or in other articles. */
  actor?: string
  /** This source, across articles. */
  actorId?: string
  /** Any of these. */
  act?: readonly Act[]
  /** Part of the outlet's name. */
  outlet?: string
  /** Any of these: of the sentence that holds the cue, or else the beginning of the content. */
  voice?: readonly Voice[]
  /** Nobody is named. */
  agentless?: boolean
  /** So many removes at least. */
  remove?: number
  /** Published in this ISO year, month or day, or later. */
  since?: string
  /** Published in this ISO year, month or day, or earlier. */
  until?: string
  /** An ISO year, month or day that what was said mentions, or when it was said. */
  about?: string
  /** A place in the statement: words of its name, or an ISO 3166 alpha-2 code. */
  place?: string
  /** A quantity in the statement, from `min` to `max`. */
  number?: { min?: number; max?: number; unit?: string }
  /** SHA-256 of an article's text: only there. */
  article?: string
  /** One hit for each independent origin: reprints of one story are folded into the first. */
  origins?: boolean
  /** `rank`, when words are asked, unless told otherwise; else `newest`: what was added last comes first. */
  order?: 'rank' | 'newest'
  /** How many hits at most. */
  limit: number
  /** Where the page before ended: its `next`. */
  cursor?: string
}

/** A statement that answers a query. */
export interface Hit {
  article: string
  statement: string
  /** Id of the statement in whose content this one stands, in the same article. */
  parent: string | null
  /** Null when nobody is named. */
  who: string | null
  /** Id of the source across articles; null where it has none. */
  actorId: string | null
  act: Act
  negated: boolean
  /** The article's own words around the name: `according to`, ` did not deny`, ` the council`. */
  telling: Omit<Telling, 'who'>
  voice: Voice
  remove: number | null
  /** ISO date when it was said. */
  said: string | null
  /** What was said, its fragments parted by ` … `. */
  words: string
  /** Of each fragment, half-open, in UTF-16 code units of the article's text. */
  spans: [number, number][]
  origin: string
  outlet: string | null
  published: string | null
  /** How many further articles carry the same story. */
  reprints: number
}

export interface Hits {
  hits: Hit[]
  /** How many there are in all: exactly, or at least so many. */
  total: number
  exact: boolean
  /** The cursor of the next page; null on the last. */
  next: string | null
  /** Whether they come by how well they answer; else the newest comes first. */
  ranked: boolean
}

export const FACETS = ['act', 'outlet', 'voice', 'who'] as const
/** The most frequent first. */
export type Facets = Record<(typeof FACETS)[number], { value: string; count: number }[]>

/** An article as a list of them shows it. */
export interface ArticleEntry {
  article: string
  title: string | null
  outlet: string | null
  published: string | null
  /** ISO date-time. */
  added: string
  origin: string
  address: string
  words: number
  statements: number
  sources: number
  /** Shares of the text, 0 to 1. */
  voices: Record<Voice, number>
  /** How many texts its address has had, and which of them it is. */
  versions: number
  version: number
  /** How many further articles carry the same story, and which of all came first, when that is another. */
  reprints: number
  originOfReprint: string | null
  /** Corrections that stand, those of earlier texts at its address included. */
  corrections: number
  /** Why nothing of it was read, as of a text that is not English; null where it was. */
  unread: string | null
}

export interface LibraryPage {
  words?: string
  /** Part of the outlet's name. */
  outlet?: string
  limit: number
  cursor?: string
}

export interface Library {
  entries: ArticleEntry[]
  total: number
  next: string | null
}

/** A place and time at which an article was found. */
export interface CaptureEntry {
  address: string
  origin: string
  /** ISO date-times. */
  fetched: string
  added: string
  /** SHA-256 of the bytes, in hex. */
  blob: string
  outlet: string | null
  published: string | null
  container: Container | null
}

export interface Version {
  article: string
  version: number
  fetched: string
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

/** A correction, and what has become of it. */
export interface CorrectionEntry extends Correction {
  state: 'applied' | 'undone' | 'misfit'
  /** Of a misfit: what no longer fits. */
  why: string | null
  /** The statement that it speaks of now. */
  statement: string | null
}

/** A statement that is worth a second look. */
export interface ReviewItem {
  article: string
  title: string | null
  statement: Statement
  /**
   * `unsure`: no person has looked at it. `misfit`: it is nearest to where a correction no longer fits. `disagrees`: the
   * latest reading says something new against a person's word.
   */
  why: 'unsure' | 'misfit' | 'disagrees'
  correction?: string
  /** What is amiss with the correction. */
  note?: string
}

export interface ReviewPage {
  limit: number
  cursor?: string
}

export interface Review {
  items: ReviewItem[]
  total: number
  next: string | null
}

/** A person or body across articles. */
export interface ActorEntry {
  id: string
  name: string
  kind: ActorKind
  names: string[]
  titles: string[]
  articles: number
  statements: number
  /** The most frequent first. */
  acts: { act: Act; count: number }[]
  /** Who else it may be, and why that is not sure. */
  doubts: { with: string; name: string; why: string }[]
}

export interface ActorDetails extends ActorEntry {
  /** As each article has it. */
  mentions: {
    article: string
    actor: string
    name: string
    title: string | null
    justification: string | null
    /** What the article is called, where it was published, and its ISO date. */
    articleTitle: string | null
    outlet: string | null
    published: string | null
  }[]
}

export interface ActorPage {
  /** Beginnings of words of any of its names. */
  words?: string
  kind?: ActorKind
  limit: number
  cursor?: string
}

export interface Actors {
  actors: ActorEntry[]
  total: number
  next: string | null
}

export interface SavedSearch {
  name: string
  query: Query
  /** ISO date-time. */
  saved: string
}

/** What is known of an address that is asked again and again. */
export interface PollState {
  etag?: string
  modified?: string
  /** ISO date-time before which it is not asked again. */
  due?: string
  failures: number
}

export interface Forgotten {
  article: string
  /** Where it had been found. */
  addresses: string[]
  /** Other texts at these addresses, which are still kept: earlier and later versions. */
  versions: string[]
  /** Bytes that stay because other articles were read from them too. */
  shared: number
  /** Saved searches that went with it: they named what only it spoke of. */
  searches: string[]
  /** Why its words may still be on the disk; null when they are not. */
  lingering: Lingering | null
}

/**
 * What keeps words of something forgotten on the disk for now: somebody else is reading the store as it was before, or there is
 * no room to write the database anew. The next opening or forgetting tries again.
 */
export type Lingering = 'reading' | 'room'

/** Something that is not as it was kept. */
export interface Problem {
  where: string
  what: string
}

/** The end of the journal: who publishes it, or has it timestamped, can show that nothing before it was changed since. */
export interface Head {
  /** Of the last record: SHA-256 in hex. */
  hash: string
  records: number
  /** ISO date-time of the last record, by the clock of the machine that wrote it. */
  at: string
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
  correct(article: string, change: Change, by: string): Promise<Correction>
  /**
   * Takes a correction back; that is itself a record, and can be taken back.
   * @throws HearsayError `correction-unknown`, `correction-unfit`: it is taken back already.
   */
  undo(correction: string, by: string): Promise<Correction>
  /** The corrections of an article, those of earlier texts at its address included; or all there are. */
  corrections(article?: string): Promise<CorrectionEntry[]>
  /** Where the latest reading says something new against a person's word. */
  disagreements(article: string): Promise<Disagreement[]>
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
