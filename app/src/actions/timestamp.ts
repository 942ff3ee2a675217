import { randomBytes } from 'node:crypto'
import type { Store, TimestampEntry } from '@hearsay/store'

/** Bytes of a nonce: nobody guesses it, and any authority takes it. */
const NONCE = 8

/**
 * Has the head of the journal timestamped by the authority at `url`, which is told the hash and nothing else, and keeps
 * its token.
 * @throws HearsayError `timestamp-refused`, `timestamp-invalid`, and what fetching throws.
 */
export async function timestamp(store: Store, url: string): Promise<TimestampEntry> {
  const [{ timestampQuery }, { fetchTimestamp }] = await Promise.all([
    import('@hearsay/store'),
    import('@hearsay/intake'),
  ])
  const head = await store.head()
  const nonce = randomBytes(NONCE)
  const answer = await fetchTimestamp(url, await timestampQuery(head.hash, nonce))
  return store.keepTimestamp({ head, nonce, authority: url, answer })
}
