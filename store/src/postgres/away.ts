import { HearsayError } from '@hearsay/engine'

/** The database is not there, or the connection to it was lost: it may come back, and nothing of the work was kept. */
export class DatabaseAway extends HearsayError {
  constructor(message: string, options?: ErrorOptions) {
    super('store-unreachable', message, options)
  }
}
