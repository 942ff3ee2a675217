import { createHash, randomBytes, type webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

const ATTRIBUTES = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
}

/** What an authority does wrong. */
export interface Fault {
  /** Stamps something else. */
  imprint?: Buffer
  /** Answers another question. */
  nonce?: Buffer
  refuses?: boolean
  /** Sends so many bytes of its answer and hangs up. */
  cutAt?: number
  /** Sends what is no answer. */
  sends?: Uint8Array
  /** Its certificate held until then. */
  expired?: Date
  /** Its certificate is for something else. */
  use?: string
  /** It means another certificate than its own. */
  means?: Buffer
  /** A byte of its signature is another. */
  forged?: boolean
  /** Sends elsewhere. */
  redirects?: string
}

/** An authority that stamps on loopback (RFC 3161), with a key and a certificate of its own. */
export async function timeStampingAuthority() {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const its = { fault: {} as Fault, queries: [] as Buffer[], types: [] as (string | undefined)[] }
  const server = createServer(async (request, response) => {
    const query = await bodyOf(request)
    its.queries.push(query)
    its.types.push(request.headers['content-type'])
    const { cutAt, sends, redirects } = its.fault
    if (redirects) return void response.writeHead(302, { location: redirects }).end()
    const answer = sends ?? (await answerTo(query, keys, its.fault))
    response.writeHead(200, {
      'content-type': 'application/timestamp-reply',
      'content-length': answer.length,
    })
    if (cutAt === undefined) return void response.end(answer)
    response.write(answer.subarray(0, cutAt), () => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { its, address: `http://127.0.0.1:${port}/stamp`, close: () => void server.close() }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function answerTo(
  query: Buffer,
  keys: webcrypto.CryptoKeyPair,
  fault: Fault,
): Promise<Buffer> {
  const { messageImprint, nonce } = pki.TimeStampReq.fromBER(new Uint8Array(query))
  if (fault.refuses) {
    const text = new asn1.Utf8String({ value: 'too busy' })
    const status = new pki.PKIStatusInfo({ status: 2, statusStrings: [text] })
    return Buffer.from(new pki.TimeStampResp({ status }).toSchema().toBER())
  }
  if (fault.imprint)
    messageImprint.hashedMessage = new asn1.OctetString({ valueHex: new Uint8Array(fault.imprint) })
  const info = new pki.TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint,
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: new Date(Math.floor(Date.now() / 1000) * 1000),
    nonce: fault.nonce ? new asn1.Integer({ valueHex: new Uint8Array(fault.nonce) }) : nonce,
  })
  const content = info.toSchema().toBER()
  const certificate = await certificateOf(keys, fault)
  const der = Buffer.from(certificate.toSchema().toBER())
  const digest = (data: ArrayBuffer | Buffer) =>
    new Uint8Array(
      createHash('sha256')
        .update(Buffer.from(data as ArrayBuffer))
        .digest(),
    )
  const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: bytes })
  const sequence = (...value: asn1.BaseBlock[]) => new asn1.Sequence({ value })
  const meant = octets(fault.means ? new Uint8Array(fault.means) : digest(der))
  const attribute = (type: string, value: asn1.BaseBlock) =>
    new pki.Attribute({ type, values: [value] })
  const signed = new pki.SignedData({
    version: 3,
    encapContentInfo: new pki.EncapsulatedContentInfo({
      eContentType: pki.id_eContentType_TSTInfo,
    }),
    signerInfos: [
      new pki.SignerInfo({
        version: 1,
        sid: new pki.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pki.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(
              ATTRIBUTES.contentType,
              new asn1.ObjectIdentifier({ value: pki.id_eContentType_TSTInfo }),
            ),
            attribute(ATTRIBUTES.messageDigest, octets(digest(content))),
            attribute(ATTRIBUTES.signingCertificate, sequence(sequence(sequence(meant)))),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  })
  // In one piece, as DER has it: handed to the constructor, it would be cut up.
  signed.encapContentInfo.eContent = new asn1.OctetString({ valueHex: content })
  await signed.sign(keys.privateKey, 0, 'SHA-256')
  const token = new pki.ContentInfo({
    contentType: pki.id_ContentType_SignedData,
    content: signed.toSchema(true),
  })
  const status = new pki.PKIStatusInfo({ status: 0 })
  const answer = Buffer.from(
    new pki.TimeStampResp({ status, timeStampToken: token }).toSchema().toBER(),
  )
  // The signature comes last.
  if (fault.forged) answer[answer.length - 1]! ^= 1
  return answer
}

async function certificateOf(keys: webcrypto.CryptoKeyPair, { expired, use }: Fault) {
  const certificate = new pki.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ valueHex: Uint8Array.of(1, ...randomBytes(8)) })
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new pki.AttributeTypeAndValue({
        type: '2.5.4.3',
        value: new asn1.Utf8String({ value: 'Port Amaro Time' }),
      }),
    )
  certificate.notBefore.value = new Date('2020-01-01T00:00:00Z')
  certificate.notAfter.value = expired ?? new Date('2049-01-01T00:00:00Z')
  const uses = new pki.ExtKeyUsage({ keyPurposes: [use ?? '1.3.6.1.5.5.7.3.8'] })
  certificate.extensions = [
    new pki.Extension({
      extnID: pki.id_ExtKeyUsage,
      critical: true,
      extnValue: uses.toSchema().toBER(),
      parsedValue: uses,
    }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  return certificate
}
