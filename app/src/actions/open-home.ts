import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@hearsay/store'

/** The store of this user: in `HEARSAY_HOME`, or in `~/.hearsay`. */
export async function openHome(): Promise<Store> {
  const { openStore } = await import('@hearsay/store')
  return openStore({ home: homeFolder(), now: () => new Date() })
}

export function homeFolder(): string {
  return process.env['HEARSAY_HOME'] || join(homedir(), '.hearsay')
}

/** Does something with the store, and closes it whatever comes of that. */
export async function withHome<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openHome()
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
