import type { Blobs } from '../blobs.js'
import type { Connection } from './connection.js'

/** What a check looks at. */
export interface Checked {
  connection: Connection
  blobs: Blobs
}
