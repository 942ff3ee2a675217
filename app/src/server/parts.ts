import type { Reader } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import type { Log } from './answers/told-error.js'
import type { Door } from './guard/door.js'
import type { Jobs } from './jobs/jobs.js'
import type { Page } from './page/page.js'

/** What the routes work with. */
export interface Parts {
  store: Store
  /** The same for jobs: it waits longer for a database that is away. */
  patient: Store
  reader: Pick<Reader, 'read'>
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
