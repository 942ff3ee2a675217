import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits of chance: who knows them may use the server. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether both are the same, in a time that says nothing about where they differ or how long they are. */
export function sameToken(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
