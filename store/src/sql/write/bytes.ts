import type { Connection } from '../database.js'

/** Bytes that are on the disk, or on their way there, without a name yet. */
export interface Staged {
  /** Gives them their lasting name, within the transaction that records it, where they are not there already. */
  place(connection: Connection, hash: string): Promise<void>
  /** Until they and their name are on the disk: they must be before the transaction ends. */
  settled(): Promise<void>
  /** Lets go of what they were while they had no name; once the transaction was kept, or where none was begun. */
  discard(): Promise<void>
  /** Takes them away again, their name too unless it is recorded, after a transaction that failed. */
  undo(connection: Connection): Promise<void>
}

/**
 * Original bytes, each once, by their SHA-256. Bytes get and lose their names only while the caller holds the
 * database's write lock, so that no process removes what another is about to record.
 */
export interface Bytes {
  stage(bytes: Uint8Array): Promise<Staged>
  /** Null when there are none. */
  read(connection: Connection, hash: string): Promise<Uint8Array | null>
  /** Hashes on tombstones whose bytes are there all the same. */
  forgotten(connection: Connection): Promise<string[]>
  remove(connection: Connection, hash: string): Promise<void>
  /** Whether processes that are no more left something behind. */
  leftovers(now: Date): boolean
  /** Takes it away, but for what is recorded. */
  sweep(connection: Connection, now: Date): Promise<void>
  /** Hashes of bytes that nothing recorded speaks of, and that nobody is about to record. */
  strays(connection: Connection): Promise<string[]>
  /** Where a person finds them. */
  place(hash: string): string
}
