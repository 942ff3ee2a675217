const SHA256 = '2.16.840.1.101.3.4.2.1'

/**
 * What is sent to a time-stamping authority (RFC 3161, 2.4.1), as DER: a SHA-256 in hex, the nonce that its answer must
 * carry, and that its certificate is wanted. Nothing else leaves.
 */
export async function timestampQuery(hash: string, nonce: Uint8Array): Promise<Uint8Array> {
  const [{ AlgorithmIdentifier, MessageImprint, TimeStampReq }, asn1] = await libraries()
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new asn1.OctetString({ valueHex: Buffer.from(hash, 'hex') }),
    }),
    nonce: new asn1.Integer({ valueHex: positive(nonce) }),
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER())
}

/** As DER writes a number that is not negative, and none longer than it need be. */
function positive(bytes: Uint8Array): Uint8Array {
  return Uint8Array.of(1, ...bytes)
}

/** They are large, and hardly ever needed. */
export function libraries() {
  return Promise.all([import('pkijs'), import('asn1js')])
}
