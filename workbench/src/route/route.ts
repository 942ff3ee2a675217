/** Every state of the page that has an address. */
export type Route =
  | { view: 'start' }
  | ({ view: 'read'; article: string } & ReadAt)
  | { view: 'sources'; actor: string | null; query: URLSearchParams }
  | { view: 'search'; query: URLSearchParams }
  | { view: 'review'; query: URLSearchParams }
  | { view: 'library'; query: URLSearchParams }
  | { view: 'changes'; article: string; query: URLSearchParams }
  | { view: 'nowhere'; path: string }

/** Where one is in an article. */
export interface ReadAt {
  statement: string | null
  /** Only this source's statements are lit. */
  actor: string | null
  /** The statement is being corrected. */
  edit: boolean
  /** Searched words, marked in the text. */
  words: string | null
}

export type ViewName = Route['view']

/** What `path` and its question ask to see. `/read/ID?s=s4&actor=a2&edit`: article, statement, one source, correcting. */
export function parseRoute(path: string, search = ''): Route {
  const query = new URLSearchParams(search)
  const [view = '', id, ...more] = path.split('/').filter(Boolean).map(decoded)
  if (view === 'library' && id !== undefined && more.join() === 'changes') {
    return { view: 'changes', article: id, query }
  }
  if (more.length > 0) return { view: 'nowhere', path }
  if (view === '' || view === 'index.html') return { view: 'start' }
  if (view === 'read' && id !== undefined) {
    return { view, article: id, ...readAt(query) }
  }
  if (view === 'sources') return { view, actor: id ?? null, query }
  if ((view === 'search' || view === 'review' || view === 'library') && id === undefined) {
    return { view, query }
  }
  return { view: 'nowhere', path }
}

function readAt(query: URLSearchParams): ReadAt {
  return {
    statement: query.get('s'),
    actor: query.get('actor'),
    edit: query.has('edit'),
    words: query.get('words'),
  }
}

/** Address of one article, at a statement of it. `words` are marked, `edit` opens the statement for correcting. */
export function readHref(
  article: string,
  statement?: string | null,
  more: Partial<Omit<ReadAt, 'statement'>> = {},
): string {
  return href(['read', shortId(article)], { s: statement, ...more })
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
