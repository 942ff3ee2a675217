import { createHash, createPublicKey, verify, X509Certificate, type KeyObject } from 'node:crypto'
import type { Note } from '@hearsay/engine'

/** What `datapackage-digest.json` says (WACZ Signing and Verification 0.1.0). */
export interface PackageDigest {
  hash?: string
  signedData?: {
    hash?: string
    signature?: string
    /** SubjectPublicKeyInfo in base64: nobody says whose it is. */
    publicKey?: string
    domain?: string
    /** PEM. */
    domainCert?: string
  }
}

/** What is to be said of the signature under a WACZ, given the bytes of its `datapackage.json`; nothing when it has none. */
export function signatureNotes(datapackage: Uint8Array, told: PackageDigest | null): Note[] {
  if (!told) return []
  const hash = `sha256:${createHash('sha256').update(datapackage).digest('hex')}`
  const { signedData: signed } = told
  if ((told.hash ?? signed?.hash) !== hash) {
    return [wrong('datapackage.json is not what datapackage-digest.json says')]
  }
  if (!signed?.signature) return []
  if (signed.hash !== hash) return [wrong('its signature is of another datapackage.json')]
  const key = keyOf(signed)
  if (!key) return [unchecked('its key cannot be read')]
  if (!fits(hash, signed.signature, key)) return [wrong('its signature does not fit its key')]
  if (!signed.domainCert) return [unchecked('it fits its key, but whose key that is, nobody says')]
  const domain = signed.domain?.slice(0, 100) ?? 'a domain'
  return [
    unchecked(
      `it fits the certificate that is to be of ${domain}; who issued that and when it was signed is not checked`,
    ),
  ]
}

function wrong(why: string): Note {
  return {
    code: 'archive-signature-wrong',
    message: `The signature of the archive is wrong: ${why}.`,
  }
}

function unchecked(why: string): Note {
  const message = `The signature of the archive proves little: ${why}.`
  return { code: 'archive-signature-unchecked', message }
}

function keyOf({
  publicKey,
  domainCert,
}: NonNullable<PackageDigest['signedData']>): KeyObject | null {
  try {
    if (domainCert) return new X509Certificate(domainCert).publicKey
    return createPublicKey({
      key: Buffer.from(publicKey ?? '', 'base64'),
      format: 'der',
      type: 'spki',
    })
  } catch {
    return null
  }
}

/** ECDSA with SHA-256 over the hash as it is written; browsers write signatures as IEEE P1363, servers as DER. */
function fits(hash: string, signature: string, key: KeyObject): boolean {
  return (['ieee-p1363', 'der'] as const).some((dsaEncoding) => {
    try {
      const bytes = Buffer.from(signature, 'base64')
      return verify('sha256', Buffer.from(hash), { key, dsaEncoding }, bytes)
    } catch {
      return false
    }
  })
}
