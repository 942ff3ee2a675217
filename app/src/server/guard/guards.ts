import { HearsayError } from '@hearsay/engine'
import { sameToken } from '../token.js'
import type { Door } from './door.js'
import { bringsItsOwn, isApi, writes, type Asked } from './request.js'

/** Answers with what is wrong, or nothing. */
type Guard = (asked: Asked, door: Door) => HearsayError | undefined

/** What every request must pass, in this order. */
export const GUARDS: readonly Guard[] = [
  // A name that another page's owner can point to 127.0.0.1 is not ours.
  function foreignHost({ header }, { hosts }) {
    const host = header('host')?.toLowerCase() ?? ''
    if (hosts.has(host)) return
    const [own] = hosts
    return refuse('host-foreign', `This server is not called "${host}". Open http://${own}/.`)
  },

  function framed({ header }) {
    if (!FRAMES.has(header('sec-fetch-dest') ?? '')) return
    return refuse('framed', 'Hearsay is not shown inside another page. Open it in a tab.')
  },

  function foreignOrigin({ header }) {
    const origin = header('origin')
    if (origin === undefined || origin === ownOrigin(header)) return
    return refuse('origin-foreign', `Requests that come from ${origin} are not answered.`)
  },

  // A link from elsewhere may open the page in a tab; nothing else may come from elsewhere.
  function foreignSite({ header, path }) {
    const site = header('sec-fetch-site')
    if (site === undefined || site === 'same-origin' || site === 'none') return
    if (!isApi(path) && header('sec-fetch-dest') === 'document') return
    return refuse('site-foreign', `Requests that another page makes (${site}) are not answered.`)
  },

  // In a header, which no other page can send and no browser sends by itself. There is no cookie: browsers send the
  // cookies of 127.0.0.1 to whatever listens on any of its ports.
  function withoutToken(asked, { token }) {
    if (!isApi(asked.path) || bringsItsOwn(asked)) return
    const given = bearer(asked)
    if (given === undefined)
      return refuse('token-missing', `Send "Authorization: Bearer TOKEN"; ${WHERE}.`)
    if (!sameToken(given, token))
      return refuse('token-wrong', `This is not the token of this server; ${WHERE}.`)
  },

  // What a form on another page can send is neither of these.
  function strangeContent(asked) {
    const type = asked.header('content-type')
    if (!writes(asked) || (type === undefined && !hasBody(asked))) return
    if (CONTENT_TYPES.has(type?.split(';')[0]?.trim().toLowerCase() ?? '')) return
    const needed = [...CONTENT_TYPES].join(' or ')
    return refuse('content-type-unknown', `Send ${needed} as Content-Type.`)
  },
]

const FRAMES = new Set(['iframe', 'frame', 'embed', 'object', 'fencedframe'])
const CONTENT_TYPES = new Set(['application/json', 'application/octet-stream'])
const WHERE = 'hearsay serve keeps it in serve.token in its home'

const refuse = (code: string, message: string) => new HearsayError(code, message)

function ownOrigin(header: Asked['header']): string {
  return `http://${header('host')?.toLowerCase()}`
}

function bearer({ header }: Asked): string | undefined {
  const authorization = header('authorization')
  if (authorization === undefined) return undefined
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
}

function hasBody({ header }: Asked): boolean {
  return Number(header('content-length') ?? 0) > 0 || header('transfer-encoding') !== undefined
}
