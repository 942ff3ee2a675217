import { HearsayError } from '@hearsay/engine'
import type { Hits } from '../store.js'

export async function search(): Promise<Hits> {
  throw new HearsayError('store-search', 'PostgreSQL is not searched yet.')
}
