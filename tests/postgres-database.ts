import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers every request with the address of a new, empty database. */
    postgres: string
  }
}

/** The address of a new, empty database on a real PostgreSQL server. */
export async function postgresDatabase(): Promise<string> {
  const response = await fetch(inject('postgres'))
  const answer = await response.text()
  if (!response.ok) throw new Error(answer)
  return answer
}
