import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { openStore, type Problem, type Saved, type Store } from '../store/src/index.js'
import { invented, type Invention } from './invented-capture.js'

/** A store of its own for each test of a file, on the real disk. */
export function temporaryStore() {
  const its = {} as { home: string; store: Store }
  const now = () => new Date('2031-05-06T10:00:00Z')
  beforeEach(async () => {
    its.home = mkdtempSync(join(tmpdir(), 'hearsay-store-'))
    its.store = await openStore({ home: its.home, now })
  })
  afterEach(async () => {
    await its.store.close()
    rmSync(its.home, { recursive: true })
  })
  return {
    get store() {
      return its.store
    },
    get home() {
      return its.home
    },
    /** Another connection to the same home, as another process has. */
    open: () => openStore({ home: its.home, now }),
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
