export type Value = string | number | null | Uint8Array

/** SQL and its values. */
export interface Sql {
  sql: string
  values: Value[]
}

/**
 * A database, or a transaction in it. SQL is what SQLite and PostgreSQL both understand, with `?` for values; where
 * they differ, see `Backend`. Whole numbers come as numbers. Every error is a HearsayError `store-…`, or a fault.
 */
export interface Connection {
  rows<T>(sql: string, ...values: Value[]): Promise<T[]>
  /** The first row. */
  row<T>(sql: string, ...values: Value[]): Promise<T | undefined>
  /** One statement that answers with no rows. */
  run(sql: string, ...values: Value[]): Promise<void>
  /** Several statements that take no values. */
  script(sql: string): Promise<void>
}

export interface WriteOptions {
  /** `work` cannot be begun anew, as one that reads a stream: where the database goes away it fails. */
  once?: boolean
}

/** The database as it was when the snapshot was taken, whatever others write meanwhile; nothing can be written. */
export interface Snapshot extends Connection {
  close(): Promise<void>
}

/**
 * Where rows are kept. What is committed is on the disk. Transactions are not nested: `work` uses the connection that
 * it is given and never the database itself. Where the database goes away, `work` is begun anew from its beginning: it
 * changes nothing but through its connection.
 */
export interface Database {
  /** All of `work` or nothing of it, while nobody else writes. */
  write<T>(work: (connection: Connection) => Promise<T>, options?: WriteOptions): Promise<T>
  /** The same for what only follows from what is kept: also where that cannot be changed, and then for this process alone. */
  derive<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** `work` in one snapshot. */
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** A snapshot for work that answers bit by bit. */
  snapshot(): Promise<Snapshot>
  /** A snapshot for checking: nothing that was read before is remembered, all is read from the disk. */
  anew(): Promise<Snapshot>
  close(): Promise<void>
}
