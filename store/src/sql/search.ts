import type { Hits, Query } from '../store.js'
import type { Connection } from './database.js'

export type Search = (connection: Connection, query: Query) => Promise<Hits>
