/** Every state of the page that has an address. */
export type Route =
  | { view: 'start' }
  | { view: 'read'; article: string; statement: string | null; actor: string | null; edit: boolean }
  | { view: 'sources'; actor: string | null; query: URLSearchParams }
  | { view: 'search'; query: URLSearchParams }
  | { view: 'review'; query: URLSearchParams }
  | { view: 'library'; query: URLSearchParams }
  | { view: 'nowhere'; path: string }

export type ViewName = Route['view']

/** What `path` and its question ask to see. `/read/ID?s=s4&actor=a2&edit`: article, statement, one source, correcting. */
export function parseRoute(path: string, search = ''): Route {
  const query = new URLSearchParams(search)
  const [view = '', id, ...more] = path.split('/').filter(Boolean).map(decoded)
  if (more.length > 0) return { view: 'nowhere', path }
  if (view === '' || view === 'index.html') return { view: 'start' }
  if (view === 'read' && id !== undefined) {
    const [statement, actor, edit] = [query.get('s'), query.get('actor'), query.has('edit')]
    return { view, article: id, statement, actor, edit }
  }
  if (view === 'sources') return { view, actor: id ?? null, query }
  if ((view === 'search' || view === 'review' || view === 'library') && id === undefined) {
    return { view, query }
  }
  return { view: 'nowhere', path }
}

/** Address of one article, at a statement of it. */
export function readHref(article: string, statement?: string | null): string {
  return href(['read', shortId(article)], { s: statement })
}

export function sourceHref(actor: string): string {
  return href(['sources', actor])
}

/** An address from its parts; empty, null and undefined questions are left out. */
export function href(
  parts: readonly string[],
  questions: Record<string, string | number | boolean | null | undefined> = {},
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(questions)) {
    if (value === true) query.set(name, '')
    else if (value != null && value !== false && value !== '') query.set(name, String(value))
  }
  const asked = query.toString().replace(/=(?=&|$)/g, '')
  return `/${parts.map(encodeURIComponent).join('/')}${asked && `?${asked}`}`
}

/** Enough of an article's hash to find it again. */
export function shortId(article: string): string {
  return article.replace(/^sha256:/, '').slice(0, 16)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
