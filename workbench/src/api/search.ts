import { ACTS, VOICES, type Act, type Telling, type Voice } from '@hearsay/engine/view'
import { api, get, send } from './request.js'

/** What is looked for, as fields and addresses hold it: an empty string or list asks nothing. */
export interface Asked {
  words: string
  /** A name of who speaks. */
  actor: string
  /** One source across articles, by its id. */
  actorId: string
  act: Act[]
  outlet: string
  voice: Voice[]
  agentless: boolean
  remove: string
  since: string
  until: string
  about: string
  place: string
  min: string
  max: string
  unit: string
  article: string
  /** Reprints of one story are folded into one. */
  origins: boolean
  order: string
}

const NOTHING: Asked = {
  ...{ words: '', actor: '', actorId: '', act: [], outlet: '', voice: [], agentless: false },
  ...{ remove: '', since: '', until: '', about: '', place: '', min: '', max: '', unit: '' },
  ...{ article: '', origins: false, order: '' },
}
const FIELDS = Object.keys(NOTHING) as (keyof Asked)[]

export interface Hit {
  article: string
  statement: string
  parent: string | null
  who: string | null
  actorId: string | null
  act: Act
  negated: boolean
  telling: Omit<Telling, 'who'>
  voice: Voice
  remove: number | null
  said: string | null
  words: string
  spans: [number, number][]
  origin: string
  outlet: string | null
  published: string | null
  reprints: number
  /** By name, who spoke first, the outlet last; where the server tells it. */
  chain?: string[]
}

export interface Hits {
  hits: Hit[]
  /** Exactly, or at least so many. */
  total: number
  exact: boolean
  next: string | null
  ranked: boolean
}

export type FacetName = 'act' | 'outlet' | 'voice' | 'who'
export type Facets = Record<FacetName, { value: string; count: number }[]>

/** A question as the store keeps it. */
export type KeptQuery = Record<string, unknown> & {
  number?: { min?: number; max?: number; unit?: string }
}

export interface SavedSearch {
  name: string
  query: KeptQuery
  saved: string
}

/** What an address asks; what it asks wrongly is left out. */
export function askedBy(query: URLSearchParams): Asked {
  const listed = <T extends string>(name: string, known: readonly T[]): T[] =>
    (query.get(name) ?? '').split(',').filter((value): value is T => known.includes(value as T))
  const asked: Record<string, unknown> = { ...NOTHING }
  for (const name of FIELDS) {
    if (typeof NOTHING[name] === 'string') asked[name] = query.get(name) ?? ''
    if (typeof NOTHING[name] === 'boolean') asked[name] = query.has(name)
  }
  return {
    ...(asked as unknown as Asked),
    act: listed('act', ACTS),
    voice: listed('voice', VOICES),
  }
}

/** What stands in an address for it. */
export function questionsOf(asked: Asked): Record<string, string | boolean> {
  return Object.fromEntries(
    FIELDS.map((name) => [name, asked[name]] as const)
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value] as const)
      .filter(([, value]) => value !== false && String(value).trim() !== ''),
  )
}

/** As the store keeps it. */
export function keptQuery(asked: Asked): KeptQuery {
  const { min, max, unit, remove, act, voice, ...rest } = asked
  const number = { min: numeric(min), max: numeric(max), unit: unit || undefined }
  return withoutEmpty({
    ...rest,
    act: act.length > 0 ? act : undefined,
    voice: voice.length > 0 ? voice : undefined,
    remove: numeric(remove),
    number: Object.values(number).some((part) => part !== undefined) ? number : undefined,
  })
}

/** As fields hold it. */
export function askedOf({ number, ...query }: KeptQuery): Asked {
  const flat = { ...query, ...number }
  return Object.fromEntries(
    FIELDS.map((name) => {
      const value = flat[name as keyof typeof flat] as unknown
      if (value == null) return [name, NOTHING[name]]
      return [name, typeof NOTHING[name] === 'string' ? String(value) : value]
    }),
  ) as unknown as Asked
}

export function search(
  asked: Asked,
  page: { limit: number; cursor?: string | null },
  signal?: AbortSignal,
): Promise<Hits> {
  return get(api('search', { ...questionsOf(asked), ...page }), signal)
}

export function facets(asked: Asked, signal?: AbortSignal): Promise<Facets> {
  return get(api('facets', questionsOf({ ...asked, order: '' })), signal)
}

/** Where the statements that answer lie as a file. */
export function searchExportAddress(asked: Asked, format: string): string {
  return api('export', { format, ...questionsOf({ ...asked, order: '' }) })
}

export function savedSearches(signal?: AbortSignal): Promise<SavedSearch[]> {
  return get(api('searches'), signal)
}

export function saveSearch(name: string, asked: Asked): Promise<unknown> {
  return send('PUT', api('searches'), { name, query: keptQuery(asked) })
}

export function dropSearch(name: string): Promise<unknown> {
  return send('DELETE', api('searches', { name }))
}

function numeric(text: string): number | undefined {
  return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

function withoutEmpty(query: Record<string, unknown>): KeptQuery {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([, value]) => value !== undefined && value !== '' && value !== false,
    ),
  )
}
