import { createHash, X509Certificate } from 'node:crypto'
import type { Certificate, SignedData } from 'pkijs'
import type { Attestation } from '../store.js'
import { contentOf, imprintOf, invalid } from './answer.js'

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
/** SigningCertificate (RFC 2634) and its second version (RFC 5035): which certificate the signer meant. */
const SIGNING_CERTIFICATE = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47']
const DIGESTS: Record<number, string> = { 20: 'sha1', 32: 'sha256', 48: 'sha384', 64: 'sha512' }

/**
 * Who says in a token, as DER, that `message` was there and when: its imprint, its signature, and that the certificate
 * that comes with it is one for timestamps and was valid then (RFC 3161, 2.3 and 2.4.2). Whether whoever issued that
 * certificate is to be trusted is not looked at.
 * @throws HearsayError `timestamp-invalid`.
 */
export async function checkToken(token: Uint8Array, message: Uint8Array): Promise<Attestation> {
  const { signed, info } = await contentOf(token)
  if (imprintOf(info) !== createHash('sha256').update(message).digest('hex'))
    throw invalid('It is of another record than the journal has')
  const signer = await signerOf(signed, message)
  const certificate = new X509Certificate(Buffer.from(signer.toSchema().toBER()))
  const time = info.genTime
  refuseCertificate(signed, certificate, time)
  return {
    time: time.toISOString(),
    authority: flat(certificate.subject),
    issuer: flat(certificate.issuer),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

async function signerOf(signed: SignedData, message: Uint8Array): Promise<Certificate> {
  if (signed.signerInfos.length !== 1) throw invalid('It has not one signature')
  try {
    const data = new Uint8Array(message).buffer
    const result = await signed.verify({ signer: 0, data, extendedMode: true })
    if (result.signatureVerified && result.signerCertificate) return result.signerCertificate
  } catch (error) {
    throw invalid(`Its signature cannot be checked (${(error as Error).message})`, error)
  }
  throw invalid('Its signature is not that of its certificate')
}

function refuseCertificate(signed: SignedData, certificate: X509Certificate, time: Date): void {
  const uses = certificate.keyUsage ?? []
  if (uses.length !== 1 || uses[0] !== TIME_STAMPING)
    throw invalid('Its certificate is not one for timestamps')
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)]
  if (!(time >= from && time <= to))
    throw invalid(
      `Its certificate held from ${from.toISOString()} to ${to.toISOString()}, and it says ${time.toISOString()}`,
    )
  const digest = DIGESTS[meantBy(signed).length / 2]
  const due = digest && createHash(digest).update(certificate.raw).digest('hex')
  if (due !== meantBy(signed)) throw invalid('It was signed with another certificate than it means')
}

interface Node {
  valueBlock: { value?: Node[]; valueHexView?: Uint8Array }
  idBlock: { tagNumber: number }
}
const OCTET_STRING = 4

/** The hash of the certificate that the signer meant, in hex. */
function meantBy({ signerInfos }: SignedData): string {
  const attributes = signerInfos[0]?.signedAttrs?.attributes ?? []
  const attribute = attributes.find(({ type }) => SIGNING_CERTIFICATE.includes(type))
  const list = (attribute?.values[0] as Node | undefined)?.valueBlock.value?.[0]
  const hash = list?.valueBlock.value?.[0]?.valueBlock.value?.find(
    ({ idBlock }) => idBlock.tagNumber === OCTET_STRING,
  )
  return Buffer.from(hash?.valueBlock.valueHexView ?? []).toString('hex')
}

/** `CN=Stamp, O=Example`, on one line. */
function flat(name: string): string {
  return name.split('\n').join(', ')
}
