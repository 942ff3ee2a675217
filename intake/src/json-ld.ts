type Json = Record<string, unknown>

/** What old pages put before their JSON to hide it from old browsers, a comment or a CDATA mark, and what after it. */
const OPENING = /^(?:\/[/*])?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/
const CLOSINGS = [']]>', '-->']

/** What a page's JSON-LD says of its article. */
export interface ArticleData {
  title: string | null
  byline: string | null
  outlet: string | null
  published: string | null
  language: string | null
}

/**
 * The article among the page's JSON-LD: the one published at `url` where several are described, else the
 * first. Null when there is none; what is not JSON is passed over.
 */
export function findArticleData(page: Document, url: string): ArticleData | null {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')]
  const nodes = scripts.flatMap((script) => nodesOf(script.textContent ?? ''))
  const articles = nodes.filter(isArticle)
  const article = articles.find((node) => addressesOf(node).includes(url)) ?? articles[0]
  if (!article) return null
  const byId = new Map(nodes.toReversed().map((node) => [node['@id'], node]))
  const names = (value: unknown) => namesOf(value, byId)
  return {
    title: words(article.headline) ?? words(article.name),
    byline: names(article.author).join(', ') || null,
    outlet: names(article.publisher)[0] ?? null,
    published: words(article.datePublished),
    language: words(article.inLanguage),
  }
}

/** What does not parse, or nests without end, describes nothing. */
function nodesOf(source: string): Json[] {
  try {
    return nodesIn(JSON.parse(unwrapped(source)))
  } catch {
    return []
  }
}

function unwrapped(source: string): string {
  const json = source.trim().replace(OPENING, '')
  const end = Math.max(...CLOSINGS.map((mark) => json.lastIndexOf(mark)))
  if (end < 0 || !/^\s*(?:\*\/)?$/.test(json.slice(end + 3))) return json
  const inner = json.slice(0, end).trimEnd()
  return inner.endsWith('//') || inner.endsWith('/*') ? inner.slice(0, -2) : inner
}

/** The objects in a document: alone, in an array, or in a `@graph`. */
function nodesIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (!isObject(value)) return []
  return [value, ...('@graph' in value ? nodesIn(value['@graph']) : [])]
}

function isArticle(node: Json): boolean {
  const types = [node['@type']].flat()
  return types.some((type) => typeof type === 'string' && /(Article|Posting|Report)$/.test(type))
}

function addressesOf({ url, mainEntityOfPage }: Json): unknown[] {
  return [url, mainEntityOfPage, isObject(mainEntityOfPage) ? mainEntityOfPage['@id'] : null]
}

/** Names of people or organizations: written out, as objects, in a list, or elsewhere in the graph. */
function namesOf(value: unknown, byId: Map<unknown, Json>): string[] {
  if (Array.isArray(value))
    return value.filter((each) => !Array.isArray(each)).flatMap((each) => namesOf(each, byId))
  if (!isObject(value)) return words(value) ? [words(value)!] : []
  const named = value.name ? value : byId.get(value['@id'])
  const name = words(named?.name)
  return name ? [name] : []
}

function words(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
