import type { Backend } from '../backend.js'
import type { Connection } from '../database.js'

/** What a check looks at. */
export interface Checked {
  backend: Backend
  /** One snapshot of it. */
  connection: Connection
}
