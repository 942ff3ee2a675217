import { HearsayError } from '@hearsay/engine'

/**
 * What a person calls the database, its password and options left out: `postgres://ana@db.example:5432/hearsay`.
 * @throws HearsayError `store-address`: it is no address of PostgreSQL.
 */
export function plainName(url: string): string {
  // The host may stand among the options instead, as that of a socket must.
  const whole = url.replace(/@\//, '@localhost/')
  const address = URL.canParse(whole) ? new URL(whole) : null
  if (address === null || !/^postgres(ql)?:$/.test(address.protocol)) {
    throw new HearsayError(
      'store-address',
      'The address of the store is none of PostgreSQL. Write it as postgres://user:password@host:5432/database.',
    )
  }
  const user = address.username ? `${address.username}@` : ''
  const host = address.searchParams.get('host') ?? decodeURIComponent(address.host)
  return `postgres://${user}${host}${address.pathname}`
}
