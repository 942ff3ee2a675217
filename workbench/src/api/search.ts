import type { Facets, Hits, Query, SavedSearch } from '@hearsay/contract'
import { FILTERS, NAMES, NOTHING, type Asked } from './filters.js'
import { api, get, send } from './request.js'

/** What an address asks; what it asks wrongly is left out. */
export function askedBy(query: URLSearchParams): Asked {
  return askedIn((name) => {
    const { takes } = FILTERS[name]
    if (takes === 'flag') return query.has(name)
    const text = query.get(name) ?? ''
    if (typeof takes === 'string') return text
    return text.split(',').filter((value) => takes.includes(value))
  })
}

/** What stands in an address for it. */
export function questionsOf(asked: Asked): Record<string, string | boolean> {
  return Object.fromEntries(
    NAMES.map((name) => [name, asked[name]] as const)
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value] as const)
      .filter(([, value]) => value !== false && String(value).trim() !== ''),
  )
}

/** As the store keeps it. */
export function keptQuery(asked: Asked): Partial<Query> {
  const { min, max, unit, ...rest } = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = asked[name]
      const kept = FILTERS[name].takes === 'number' ? numeric(String(value)) : value
      return isNothing(kept) ? [] : [[name, kept]]
    }),
  ) as Partial<Query> & NonNullable<Query['number']>
  const asksNumber = [min, max, unit].some((part) => part !== undefined)
  return asksNumber ? { ...rest, number: { min, max, unit } } : rest
}

/** As fields hold it. */
export function askedOf({ number, ...query }: Partial<Query>): Asked {
  const flat: Record<string, unknown> = { ...query, ...number }
  return askedIn((name) => {
    const value = flat[name] ?? NOTHING[name]
    return typeof NOTHING[name] === 'string' ? String(value) : value
  })
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

export function saveSearch(name: string, asked: Asked): Promise<SavedSearch[]> {
  return send('PUT', api('searches'), { name, query: keptQuery(asked) })
}

export function dropSearch(name: string): Promise<SavedSearch[]> {
  return send('DELETE', api('searches', { name }))
}

function askedIn(valueOf: (name: keyof Asked) => unknown): Asked {
  return Object.fromEntries(NAMES.map((name) => [name, valueOf(name)])) as unknown as Asked
}

function numeric(text: string): number | undefined {
  return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || value === false || [value].flat().length === 0
}
