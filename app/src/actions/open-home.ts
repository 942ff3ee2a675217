import { homedir } from 'node:os'
import { join } from 'node:path'
import type { OnWait, Store } from '@hearsay/store'
import { tellWaiting } from './tell-waiting.js'

export interface Waiting {
  /** Told when a database that is away is waited for; standard error is, unless given. */
  onWait?: OnWait
  /** How long it is waited for, in milliseconds; the store's own patience unless given. */
  patienceMs?: number
  /** Once it comes, nothing is waited for. */
  signal?: AbortSignal
}

/** The store of this user: in the database that `HEARSAY_STORE` names, or in a folder. */
export async function openHome({ onWait = tellWaiting, ...waiting }: Waiting = {}): Promise<Store> {
  const { openStore } = await import('@hearsay/store')
  const url = storeAddress()
  const now = () => new Date()
  return openStore(
    url === undefined
      ? { home: homeFolder(), now }
      : { url, now, onWait, jitter: Math.random, ...waiting },
  )
}

/** `HEARSAY_HOME`, or `~/.hearsay`. */
export function homeFolder(): string {
  return process.env['HEARSAY_HOME'] || join(homedir(), '.hearsay')
}

/** The address of the database, password and all; undefined when the store is a folder. */
export function storeAddress(): string | undefined {
  return process.env['HEARSAY_STORE'] || undefined
}

/** What a person calls the store. */
export async function storeName(): Promise<string> {
  const url = storeAddress()
  return url === undefined ? homeFolder() : (await import('@hearsay/store')).plainName(url)
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
