import type { Reading } from '@hearsay/contract'
import { HearsayError, type Statement } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { showReading } from './show.js'

/** A statement with the reading that it stands in. */
export interface Target extends Reading {
  article: string
  statement: Statement
}

/** `3f2a91c4d5e6/s4` in its parts; without a statement, that is null. */
export function partsOf(id: string): { article: string; statement: string | null } {
  const [article = '', statement] = id.split('/')
  return { article, statement: statement ?? null }
}

/**
 * The statement that `3f2a91c4d5e6/s4` names.
 * @throws HearsayError `statement-unknown`, and as `show` does.
 */
export async function findTarget(store: Store, id: string): Promise<Target> {
  const { article, statement } = partsOf(id)
  const reading = await showReading(store, article)
  const { id: hash } = reading.ledger.article
  const found = reading.ledger.statements.find((each) => each.id === statement)
  if (found) return { article: hash.replace(/^sha256:/, ''), ...reading, statement: found }
  throw new HearsayError(
    'statement-unknown',
    `There is no statement ${id}. Give article and statement as "hearsay search" prints them: 3f2a91c4d5e6/s4.`,
  )
}
