import type { Change, Ledger } from '@hearsay/engine'
import type {
  ActorDetails,
  ActorPage,
  Actors,
  CaptureEntry,
  Corrected,
  CorrectionEntry,
  Counts,
  Facets,
  Forgotten,
  Head,
  Hits,
  Library,
  LibraryPage,
  Problem,
  Query,
  Reading,
  Review,
  ReviewPage,
  SavedSearch,
  Version,
} from '@hearsay/contract'
import type {
  Capture,
  LedgerEntry,
  Original,
  PollState,
  Reprints,
  Saved,
  Store,
  TimestampAnswer,
  TimestampEntry,
} from '../store.js'
import { actor, actors, spokenIn } from './identities/actors.js'
import { rowOf } from './rows/article-row.js'
import type { Backend } from './backend.js'
import { backup } from './write/backup.js'
import { captures, original } from './rows/captures.js'
import { correct, undo, type Said } from './write/correct.js'
import { correctedReading } from './rows/corrected.js'
import { correctionEntries, readingOf } from './rows/correction-entries.js'
import { counts } from './rows/counts.js'
import type { Connection } from './database.js'
import { merge, split } from './identities/decide-actors.js'
import { facets } from './search/facets.js'
import { find } from './search/find.js'
import { forget } from './write/forget.js'
import { latestReading } from './rows/ledgers.js'
import { library } from './search/library.js'
import { migrate } from './write/migrate.js'
import { poll, polled } from './write/polls.js'
import { ledgerById, ledgerEntries, reread } from './write/reread.js'
import { restore } from './write/restore.js'
import { review } from './search/review.js'
import { search } from './search/search.js'
import { saveSearch, searches } from './write/searches.js'
import { recall, save, type SaveOptions } from './write/save.js'
import { settle } from './identities/settle.js'
import { findHead, head, keepTimestamp, timestamps } from './write/timestamps.js'
import { sound } from './rows/sound.js'
import { reprints } from './stories/story-group.js'
import { tidy } from './write/tidy.js'
import { verify } from './verify/verify.js'
import { versions } from './rows/versions.js'

/** A store in a database that speaks SQL. */
export class SqlStore implements Store {
  private constructor(
    private readonly backend: Backend,
    private readonly now: () => Date,
  ) {}

  /** Brings the database to the schema of this version; closes it if that fails. */
  static async open(backend: Backend, now: () => Date): Promise<SqlStore> {
    try {
      await migrate(backend, () => now().toISOString())
      if (!backend.readOnly) await tidy(backend, now())
      return new SqlStore(backend, now)
    } catch (error) {
      await backend.database.close()
      throw error
    }
  }

  /** Puts a backup into a store that holds nothing yet; closes it either way. */
  static async restore(
    backend: Backend,
    now: () => Date,
    source: AsyncIterable<Uint8Array>,
  ): Promise<Counts> {
    const store = await SqlStore.open(backend, now)
    try {
      return await restore(backend, now, source)
    } finally {
      await store.close()
    }
  }

  recall(capture: Capture): Promise<Saved | null> {
    return this.read((connection) => recall(connection, capture))
  }

  save(capture: Capture, ledger: Ledger, options: SaveOptions = {}): Promise<Saved> {
    return this.sound(save(this.backend, this.now, capture, ledger, options))
  }

  async articles(): Promise<string[]> {
    const rows = await this.read((connection) =>
      connection.rows<{ hash: string }>('select hash from articles order by id'),
    )
    return rows.map(({ hash }) => hash)
  }

  find(id: string): Promise<string> {
    return this.read((connection) => find(connection, id))
  }

  ledger(article: string, { asRead = false } = {}): Promise<Ledger | null> {
    return this.read(async (connection) => {
      const row = await rowOf(connection, article)
      const latest = asRead ? latestReading : correctedReading
      return row === null ? null : ((await latest(connection, row))?.ledger ?? null)
    })
  }

  ledgers(article: string): Promise<LedgerEntry[]> {
    return this.read((connection) => ledgerEntries(connection, article))
  }

  ledgerById(id: number): Promise<Ledger | null> {
    return this.read((connection) => ledgerById(connection, id))
  }

  reread(article: string, ledger: Ledger): Promise<'kept' | 'same'> {
    return this.sound(reread(this.backend, this.now, article, ledger))
  }

  correct(article: string, change: Change, by: string): Promise<Corrected> {
    return this.sound(correct(this.backend, article, change, this.said(by)))
  }

  undo(correction: string, by: string): Promise<Corrected> {
    return this.sound(undo(this.backend, correction, this.said(by)))
  }

  corrections(article?: string): Promise<CorrectionEntry[]> {
    return this.read((connection) => correctionEntries(connection, article))
  }

  reading(article: string): Promise<Reading | null> {
    return this.read(async (connection) => {
      const row = await rowOf(connection, article)
      const reading = row === null ? null : await correctedReading(connection, row)
      return reading && readingOf(reading)
    })
  }

  review(page: ReviewPage): Promise<Review> {
    return this.read((connection) => review(connection, page))
  }

  actors(page: ActorPage): Promise<Actors> {
    return this.settled((connection) => actors(connection, page))
  }

  actor(id: string): Promise<ActorDetails> {
    return this.settled((connection) => actor(connection, id))
  }

  merge(ids: readonly string[], by: string): Promise<{ id: string; correction: string }> {
    return this.sound(merge(this.backend, ids, this.said(by)))
  }

  split(
    id: string,
    mentions: readonly { article: string; actor: string }[],
    by: string,
  ): Promise<{ id: string; correction: string }> {
    return this.sound(split(this.backend, id, mentions, this.said(by)))
  }

  async forgetActor(id: string): Promise<Forgotten[]> {
    const articles = await this.settled((connection) => spokenIn(connection, id))
    return this.sound(forget(this.backend, this.now, articles))
  }

  search(query: Query): Promise<Hits> {
    return this.settled((connection) => search(connection, this.backend.index, query))
  }

  facets(query: Query): Promise<Facets> {
    return this.settled((connection) => facets(connection, this.backend.index, query))
  }

  library(page: LibraryPage): Promise<Library> {
    return this.read((connection) => library(connection, page))
  }

  captures(article: string): Promise<CaptureEntry[]> {
    return this.read((connection) => captures(connection, article))
  }

  versions(article: string): Promise<Version[]> {
    return this.read((connection) => versions(connection, article))
  }

  original(article: string): Promise<Original | null> {
    return this.read((connection) => original(connection, this.backend.bytes, article))
  }

  reprints(article: string): Promise<Reprints> {
    return this.read((connection) => reprints(connection, article))
  }

  searches(): Promise<SavedSearch[]> {
    return this.read((connection) => searches(connection))
  }

  saveSearch(name: string, query: Query): Promise<void> {
    const at = this.now().toISOString()
    return this.write((connection) => saveSearch(connection, at, name, query))
  }

  dropSearch(name: string): Promise<void> {
    return this.write((connection) => connection.run('delete from searches where name = ?', name))
  }

  poll(address: string): Promise<PollState | null> {
    return this.read((connection) => poll(connection, address))
  }

  polled(address: string, state: PollState): Promise<void> {
    return this.write((connection) => polled(connection, address, state))
  }

  async forget(article: string): Promise<Forgotten> {
    const [forgotten] = await this.sound(forget(this.backend, this.now, [article]))
    return forgotten!
  }

  backup(): AsyncGenerator<Uint8Array> {
    return backup(this.backend, this.now)
  }

  head(): Promise<Head> {
    return this.read(head)
  }

  findHead(hash: string, records?: number): Promise<Head | null> {
    return this.read((connection) => findHead(connection, hash, records))
  }

  keepTimestamp(answer: TimestampAnswer): Promise<TimestampEntry> {
    return this.write((connection) => keepTimestamp(connection, this.now().toISOString(), answer))
  }

  timestamps(): Promise<TimestampEntry[]> {
    return this.read(timestamps)
  }

  counts(): Promise<Counts> {
    return this.backend.database.read(counts)
  }

  verify(): AsyncGenerator<Problem, Counts, undefined> {
    return verify(this.backend)
  }

  close(): Promise<void> {
    return this.backend.database.close()
  }

  private sound<T>(work: Promise<T>): Promise<T> {
    return sound(this.backend.name, work)
  }

  private read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.sound(this.backend.database.read(work))
  }

  /** The same once it is settled who is who. */
  private async settled<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const due = await this.read((connection) => connection.row('select 1 from unsettled limit 1'))
    if (due) await this.sound(this.backend.database.derive(settle))
    return this.read(work)
  }

  private said(by: string): Said {
    return { by, at: this.now().toISOString() }
  }

  private write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.sound(this.backend.database.write(work))
  }
}
