import { beginning, latin1 } from './beginning.js'
import { afterProlog } from './prolog.js'

/** What bytes are, as far as it decides who reads them. `gzip` is a packed something else, `unknown` text or HTML. */
export type Kind = 'pdf' | 'mail' | 'feed' | 'json' | 'warc' | 'wacz' | 'arc' | 'gzip' | 'unknown'

export interface Named {
  /** The path or address as the user gave it. */
  origin: string
  /** The HTTP Content-Type header. */
  contentType?: string
}

/** Kinds by content type; what is not here (`text/xml`, `application/octet-stream`) says too little. */
const BY_TYPE: Record<string, Kind> = {
  'text/html': 'unknown',
  'text/plain': 'unknown',
  'application/xhtml+xml': 'unknown',
  'application/pdf': 'pdf',
  'message/rfc822': 'mail',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/feed+json': 'feed',
  'application/x-ndjson': 'json',
  'application/jsonl': 'json',
  'application/json': 'json',
  'application/warc': 'warc',
  'application/wacz': 'wacz',
  'application/x-wacz': 'wacz',
}

const BY_EXTENSION: readonly [RegExp, Kind][] = [
  [/\.(txt|text|md|x?html?)$/i, 'unknown'],
  [/\.pdf$/i, 'pdf'],
  [/\.eml$/i, 'mail'],
  [/\.(rss|atom|rdf)$/i, 'feed'],
  [/\.(jsonl|ndjson|json)$/i, 'json'],
  [/\.warc(\.gz)?$/i, 'warc'],
  [/\.wacz$/i, 'wacz'],
]

/** Types that servers give to anything. */
const VAGUE = new Set(['text/html', 'text/plain'])

/**
 * The kind of a document that begins with `start`: as its content type says, else its first bytes, else its extension.
 * Bytes that can be nothing else overrule `text/html` and `text/plain`, and whatever they contradict. Looks at each
 * of the first bytes once, so that no stranger's bytes can make it slow; what is packed stays unopened here.
 */
export function kindOf(start: Uint8Array, { origin, contentType }: Named): Kind {
  const type = contentType?.split(';')[0].trim().toLowerCase() ?? ''
  const named = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined
  const isPacked = start[0] === 0x1f && start[1] === 0x8b
  if (isPacked) return named === 'warc' || /\.warc\.gz$/i.test(origin) ? 'warc' : 'gzip'
  const binary = binaryKind(start)
  if (binary) return binary === 'wacz' && !isWacz(start, origin, named) ? 'unknown' : binary
  if (named && !VAGUE.has(type)) return named
  const byExtension = BY_EXTENSION.find(([pattern]) => pattern.test(origin))?.[1]
  if (type === '' && byExtension === 'unknown') return 'unknown'
  return textKind(start) ?? named ?? byExtension ?? 'unknown'
}

/** Bytes that cannot be text. */
function binaryKind(start: Uint8Array): Kind | null {
  const magic = latin1(start.subarray(0, 1024))
  if (magic.startsWith('PK\x03\x04')) return 'wacz'
  if (magic.startsWith('WARC/')) return 'warc'
  if (magic.startsWith('filedesc://')) return 'arc'
  return /^\s*%PDF-/.test(magic) ? 'pdf' : null
}

/** A ZIP archive may be an office document: a WACZ is called one, or begins with a file that only a WACZ has. */
function isWacz(start: Uint8Array, origin: string, named: Kind | undefined): boolean {
  if (named === 'wacz' || /\.wacz$/i.test(origin)) return true
  return /^(archive|indexes|pages|datapackage)/.test(latin1(start.subarray(30, 80)))
}

const FEED = /^<(?:rss|feed|(?:\w{1,100}:)?RDF|atom:feed|channel)[\s>]/i
const HEADER =
  /^(from|to|date|subject|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to):/i

function textKind(start: Uint8Array): Kind | null {
  const text = beginning(start)
  if (FEED.test(afterProlog(text))) return 'feed'
  if (/^\s*\{\s*"/.test(text)) return 'json'
  return startsAsMail(text) ? 'mail' : null
}

/** `From:` alone may begin an article; with an identity and a date it begins a mail. */
function startsAsMail(text: string): boolean {
  const lines = text.split(/\r?\n\r?\n/)[0].split(/\r?\n/)
  const names = new Set(lines.flatMap((line) => HEADER.exec(line)?.[1].toLowerCase() ?? []))
  const marks = ['message-id', 'mime-version', 'received', 'return-path']
  return HEADER.test(lines[0]) && names.has('from') && marks.some((name) => names.has(name))
}
