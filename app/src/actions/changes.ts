import type { Changes, Ledger } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { compare } from './compare.js'

/** What was changed in an article since an earlier version of it. */
export interface ChangesSince extends Changes {
  /** The earlier article: SHA-256 of its text, in hex. */
  from: string
  article: string
}

/** `compare`, with articles by their ids alone. */
export async function changesSince(store: Store, id: string, from?: string): Promise<ChangesSince> {
  const { before, after, changes } = await compare(store, id, from)
  return { from: hashOf(before), article: hashOf(after), ...changes }
}

const hashOf = ({ article }: Ledger) => article.id.replace(/^sha256:/u, '')
