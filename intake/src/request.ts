import type { LookupAddress } from 'node:dns'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createUnzip } from 'node:zlib'
import { HearsayError } from '@hearsay/engine'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** The body, unpacked; empty unless the status is 2xx. */
  bytes: Uint8Array
}

interface RequestOptions {
  /** Where to connect; the host's name is not resolved again. */
  addresses: LookupAddress[]
  signal: AbortSignal
  /** Of the unpacked body. */
  maxBytes: number
  /** Beside those that every request sends. */
  headers: Record<string, string>
  /** What is sent, in a POST; without it this is a GET. */
  body?: Uint8Array
}

const HEADERS = {
  'user-agent': 'Hearsay/0.1 (reads one article at a time for its user)',
  'accept-encoding': 'gzip, deflate, br',
}

/**
 * One GET of `url`, or a POST, at one of `addresses`, redirects not followed. Throws HearsayError `url-unreachable`
 * or `url-too-large`; rejects with an AbortError when `signal` fires.
 */
export async function request(url: URL, options: RequestOptions): Promise<Answer> {
  try {
    const response = await respond(url, options)
    const status = response.statusCode ?? 0
    const ok = status >= 200 && status <= 299
    const bytes = ok ? await bodyOf(response, url, options.maxBytes) : new Uint8Array()
    response.destroy()
    return { status, headers: response.headers, bytes }
  } catch (error) {
    if (error instanceof HearsayError || options.signal.aborted) throw error
    const message = `${url.href} could not be fetched: ${(error as Error).message}. Check the address and the network.`
    throw new HearsayError('url-unreachable', message, { cause: error })
  }
}

function respond(
  url: URL,
  { addresses, signal, headers, body }: RequestOptions,
): Promise<IncomingMessage> {
  const { request: ask } = url.protocol === 'https:' ? https : http
  // `agent: false`: no connection is kept, so none is reused for a name that has moved.
  const options = {
    method: body ? 'POST' : 'GET',
    headers: { ...HEADERS, ...(body && { 'content-length': body.length }), ...headers },
    lookup: fixedLookup(addresses),
    signal,
    agent: false,
  }
  return new Promise((resolve, reject) => {
    ask(url, options, resolve).on('error', reject).end(body)
  })
}

/** Answers with the addresses that were checked, however often Node asks. */
function fixedLookup(addresses: LookupAddress[]): LookupFunction {
  return (_host, { all }, callback) => {
    if (all) callback(null, addresses)
    else callback(null, addresses[0].address, addresses[0].family)
  }
}

async function bodyOf(response: IncomingMessage, url: URL, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of unpacked(response)) {
    size += chunk.length
    if (size > maxBytes) {
      response.destroy()
      throw new HearsayError(
        'url-too-large',
        `${url.href} holds more than ${maxBytes} bytes, too much for an article. Save the text alone.`,
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return response
  const unpacker = encoding === 'br' ? createBrotliDecompress() : createUnzip()
  response.on('error', (error) => unpacker.destroy(error))
  return response.pipe(unpacker)
}
