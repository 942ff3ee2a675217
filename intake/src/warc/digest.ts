import { createHash } from 'node:crypto'

const ALGORITHMS: Record<string, string> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
  md5: 'md5',
}

/** Whether `bytes` have the digest that is `written`, `sha1:BASE32`, hex or base64; null when it cannot be told. */
export function matchesDigest(written: string, bytes: Uint8Array): boolean | null {
  const [, label = '', value = ''] = /^\s*([\w-]+):\s*(\S+)\s*$/.exec(written) ?? []
  const algorithm = ALGORITHMS[label.toLowerCase()]
  if (!algorithm) return null
  const digest = createHash(algorithm).update(bytes).digest()
  const bare = value.split('=', 1)[0]
  return (
    bare.toLowerCase() === digest.toString('hex') ||
    bare.toUpperCase() === base32(digest) ||
    bare === digest.toString('base64').split('=', 1)[0]
  )
}

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups
    .map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(group.padEnd(5, '0'), 2)])
    .join('')
}
