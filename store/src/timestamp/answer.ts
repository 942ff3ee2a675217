import { HearsayError } from '@hearsay/engine'
import type { TSTInfo } from 'pkijs'
import { libraries } from './query.js'

/** More bytes than this are no timestamp. */
const LONGEST = 100_000

/**
 * The token in an authority's answer to a query for `hash` with this nonce (RFC 3161, 2.4.2), as DER. Its signature is
 * not looked at.
 * @throws HearsayError `timestamp-refused`, `timestamp-invalid`.
 */
export async function tokenIn(
  answer: Uint8Array,
  hash: string,
  nonce: Uint8Array,
): Promise<Uint8Array> {
  const [{ TimeStampResp }] = await libraries()
  const { status, timeStampToken } = await parsed('The answer', () =>
    TimeStampResp.fromBER(whole(answer)),
  )
  if (status.status > 1 || !timeStampToken) {
    const why = (status.statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join('; ')
    throw new HearsayError(
      'timestamp-refused',
      `The authority gave no timestamp: ${why || `its status is ${status.status}`}. Ask it later, or another one.`,
    )
  }
  const token = new Uint8Array(timeStampToken.toSchema().toBER())
  const { info } = await contentOf(token)
  if (imprintOf(info) !== hash) throw invalid('It is of something else than was sent')
  const told = info.nonce ? Buffer.from(info.nonce.valueBlock.valueHexView).toString('hex') : ''
  if (told !== Buffer.from([1, ...nonce]).toString('hex'))
    throw invalid('It answers another question: its nonce is not the one that was sent')
  return token
}

/** What a token holds: the signed data, and what is signed. @throws HearsayError `timestamp-invalid`. */
export async function contentOf(token: Uint8Array) {
  const [{ ContentInfo, SignedData, TSTInfo }] = await libraries()
  return parsed('The token', () => {
    const signed = new SignedData({ schema: ContentInfo.fromBER(whole(token)).content })
    const content = signed.encapContentInfo.eContent!.getValue()
    return { signed, info: TSTInfo.fromBER(content) }
  })
}

/** The hash that is stamped, in hex; empty where it is no SHA-256. */
export function imprintOf({ messageImprint }: TSTInfo): string {
  const bytes = messageImprint.hashedMessage.valueBlock.valueHexView
  return bytes.length === 32 ? Buffer.from(bytes).toString('hex') : ''
}

export function invalid(what: string, cause?: unknown): HearsayError {
  return new HearsayError('timestamp-invalid', `This is no valid timestamp: ${what}.`, { cause })
}

function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length > LONGEST) throw invalid(`it has ${bytes.length} bytes`)
  return new Uint8Array(bytes)
}

/** What is no ASN.1, or nested without end, is no timestamp. */
async function parsed<T>(name: string, parse: () => T): Promise<T> {
  try {
    return parse()
  } catch (error) {
    if (error instanceof HearsayError) throw error
    throw invalid(`${name} cannot be read (${(error as Error).message})`, error)
  }
}
