import type { Article, Ledger, ReadOptions } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import type { Log } from './answers/told-error.js'
import type { Door } from './guard/door.js'
import type { Deeds } from './jobs/deeds.js'
import type { Jobs } from './jobs/jobs.js'
import type { Page } from './page/page.js'

/** What the routes work with. */
export interface Parts {
  store: Store
  reader: {
    /** What is being read when `signal` comes is given up. */
    read(article: Article, options?: ReadOptions, signal?: AbortSignal): Promise<Ledger>
  }
  deeds: Deeds
  jobs: Jobs
  page: Page
  door: Door
  /** `sha256:` of the manifest of the model that reads. */
  model: () => Promise<string>
  /** What a person calls the store. */
  home: string
  /** Who corrects: the user's login name. */
  by: string
  /** Stops what streams when the server ends. */
  ending: AbortSignal
  /** Where faults are told. */
  log: Log
}
