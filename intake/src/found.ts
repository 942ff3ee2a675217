import type { HearsayError, Note } from '@hearsay/engine'

/** What is known about a document from what it came in. */
export interface Particulars {
  url?: string
  /** ISO date or date-time. */
  published?: string
  outlet?: string
  title?: string
  byline?: string
}

/** The feed, archive or mail that a document came in. */
export interface Container {
  /** SHA-256 of its bytes, in hex. */
  hash: string
  /** The path or address as the user gave it. */
  name: string
  /** Which record, item, attachment or line of it. */
  member: string
}

/** A document among what was opened: what `extract` takes, and where it was. */
export interface FoundDocument {
  bytes: Uint8Array
  /** Where exactly: `https://…`, `file:///…`, or `-`; of a member the address that its container names. */
  address: string
  /** For people: the path or address as the user gave it, with `#member` when it came in a container. */
  origin: string
  contentType?: string
  /** ISO date-time at which the bytes came from their address, where a container says so. */
  fetched?: string
  particulars: Particulars
  notes?: Note[]
  /** See ExtractOptions. */
  fragment?: boolean
  container?: Container
}

/** A member that cannot be used; its neighbours may be. */
export interface FoundProblem {
  origin: string
  /** Absent when the whole of `origin` is meant. */
  member?: string
  error: HearsayError
}

export type Found = FoundDocument | FoundProblem

/** A member as the sandbox hands it over. */
export interface Member {
  member: string
  bytes: Uint8Array
  contentType?: string
  address?: string
  fetched?: string
  particulars: Particulars
  notes: Note[]
  fragment?: boolean
}

/** A member that cannot be used, in plain data; the message is a predicate, as Refusal's. */
export interface BadMember {
  member: string
  problem: { code: string; message: string }
}
