import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Problem } from '@hearsay/contract'
import { openStore, type Saved, type Store } from '../store/src/index.js'
import { invented, type Invention } from './invented-capture.js'
import { postgresDatabase } from './postgres-database.js'

/** The databases that every test of the store's contract runs on. */
export const DATABASES = ['SQLite', 'PostgreSQL'] as const

/** A store of its own for each test, or for all tests around, on the real disk or on a real server. */
export function temporaryStore(
  kind: (typeof DATABASES)[number] = 'SQLite',
  of: 'each' | 'all' = 'each',
) {
  const [before, after] = of === 'each' ? [beforeEach, afterEach] : [beforeAll, afterAll]
  const its = {} as { home: string; url: string; store: Store }
  /** Another connection to the same store, as another process has, at some time. */
  const open = (at = '2031-05-06T10:00:00Z') => {
    const now = () => new Date(at)
    return openStore(kind === 'SQLite' ? { home: its.home, now } : { url: its.url, now })
  }
  before(async () => {
    if (kind === 'SQLite') its.home = mkdtempSync(join(tmpdir(), 'hearsay-store-'))
    else its.url = await postgresDatabase()
    its.store = await open()
  })
  after(async () => {
    await its.store.close()
    if (kind === 'SQLite') rmSync(its.home, { recursive: true })
  })
  return {
    open,
    get store() {
      return its.store
    },
    /** The folder, of SQLite. */
    get home() {
      return its.home
    },
    /** The address, of PostgreSQL. */
    get url() {
      return its.url
    },
    save(invention: Invention = {}, options?: { again?: boolean }): Promise<Saved> {
      const { capture, ledger } = invented(invention)
      return its.store.save(capture, ledger, options)
    },
    async problems(): Promise<Problem[]> {
      const found: Problem[] = []
      for await (const problem of its.store.verify()) found.push(problem)
      return found
    },
  }
}
