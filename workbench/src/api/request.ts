import { Failure, failureOf, remedyOf } from './failure.js'

/** Who asks: requests carry the token, and say when the server does not know it any more. */
interface Carrier {
  readonly token: string | null
  lose(token: string | null): void
}

let carrier: Carrier = { token: null, lose() {} }

/** Requests carry from now on what `other` has. */
export function carry(other: Carrier): void {
  carrier = other
}

type Questions = Record<string, string | number | boolean | null | undefined>

/** An address of the API; empty questions are left out. */
export function api(path: string, questions: Questions | URLSearchParams = {}): string {
  const asked = questions instanceof URLSearchParams ? [...questions] : Object.entries(questions)
  const query = new URLSearchParams()
  for (const [name, value] of asked) {
    if (value != null && value !== '' && value !== false) query.append(name, String(value))
  }
  const text = query.toString()
  return `/api/${path}${text && `?${text}`}`
}

/** Asks, and gives the JSON of the answer. Throws a `Failure`, except when `signal` aborts (then its reason). */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(address, { signal })
}

/** Sends `body` as JSON. */
export async function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  address: string,
  body?: unknown,
): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return answer<T>(address, { method, headers, body: JSON.stringify(body ?? {}) })
}

/** Sends the bytes of a file under its name. */
export async function sendFile<T>(address: string, file: File): Promise<T> {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-origin': encodeURIComponent(file.name),
  }
  return answer<T>(address, { method: 'POST', headers, body: file })
}

async function answer<T>(address: string, init: RequestInit): Promise<T> {
  let response: Response
  const { token } = carrier
  const headers = new Headers(init.headers)
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  try {
    response = await fetch(address, { ...init, headers, credentials: 'omit' })
  } catch (thrown) {
    if (init.signal?.aborted) throw thrown
    throw failureOf(thrown)
  }
  if (!response.ok) {
    const failure = await failed(response)
    if (failure.code.startsWith('token-')) carrier.lose(token)
    throw failure
  }
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

async function failed(response: Response): Promise<Failure> {
  const { status } = response
  const remedy = remedyOf(status)
  try {
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    return new Failure(error.code, error.message, remedy, status)
  } catch {
    return new Failure('no-answer', `The server answered ${status}.`, remedy, status)
  }
}
