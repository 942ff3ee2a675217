import type { ChangesSince } from '@hearsay/contract'
import type { Ledger } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { compare } from './compare.js'

/** `compare`, with articles by their ids alone. */
export async function changesSince(store: Store, id: string, from?: string): Promise<ChangesSince> {
  const { before, after, changes } = await compare(store, id, from)
  return { from: hashOf(before), article: hashOf(after), ...changes }
}

const hashOf = ({ article }: Ledger) => article.id.replace(/^sha256:/u, '')
