import { HearsayError } from '@hearsay/engine'

interface Issue {
  path: PropertyKey[]
  message: string
}

/** What is wrong with a request, field by field. */
export function invalid(issues: readonly Issue[]): HearsayError {
  const parts = issues.map(({ path, message }) => [path.map(String).join('.'), message])
  const told = parts.map((part) => part.filter((word) => word !== '').join(': '))
  return new HearsayError('request-invalid', `${told.join('; ')}.`)
}
