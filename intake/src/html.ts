import { isProbablyReaderable, Readability } from '@mozilla/readability'
import type { Note } from '@hearsay/engine'
import { takeAsides } from './aside.js'
import { isTooDeep, MAX_DEPTH } from './depth.js'
import type { Draft, PageInput, PageSource } from './draft.js'
import { findArticleData } from './json-ld.js'
import { readMetadata } from './metadata.js'
import { parsePage } from './page.js'
import { proseOf } from './prose.js'
import { Refusal } from './sandbox/refusal.js'
import { sourceText } from './source-text.js'

/** What a page holds, whatever its charset. Throws Refusal as `sourceText` and `readHtml` do. */
export async function readPage({ url, fragment, ...input }: PageInput): Promise<Draft> {
  const { source, notes } = await sourceText(input)
  const draft = readHtml({ html: source, url, fragment })
  return { ...draft, notes: [...notes, ...draft.notes] }
}

/** What the page holds: its article. Throws Refusal `html-too-deep`, `no-text`. */
export function readHtml({ html, url, fragment = false }: PageSource): Draft {
  if (isTooDeep(html)) {
    const message = `nests its tags more than ${MAX_DEPTH} deep, which no article needs. Save the text alone`
    throw new Refusal('html-too-deep', message)
  }
  const page = parsePage(html)
  const data = findArticleData(page, url)
  const { notes: metadataNotes, ...metadata } = readMetadata(page, data)
  const { text: body, notes } = fragment ? readFragment(page) : readBody(page, data !== null)
  const text = withoutHeadline(body, metadata.title)
  if (text === '') {
    const message =
      'holds no text outside its markup; perhaps a script fetches it. Save the page from a browser'
    throw new Refusal('no-text', message)
  }
  return { ...metadata, text, notes: [...metadataNotes, ...notes] }
}

function readFragment(page: Document): { text: string; notes: Note[] } {
  const notes = takeAsides(page.body)
  return { text: proseOf(page.body), notes }
}

/** The headline is the article's title, not its first sentence; a page with nothing else keeps it. */
function withoutHeadline(text: string, title: string | null): string {
  return title && text.startsWith(`${title}\n\n`) ? text.slice(title.length + 2) : text
}

function readBody(page: Document, saysArticle: boolean): { text: string; notes: Note[] } {
  // Readability takes the page apart, so the whole body is read first.
  const whole = proseOf(page.body)
  const article = saysArticle || looksLikeArticle(page) ? articleElement(page) : null
  if (article) {
    const notes = takeAsides(article)
    const text = proseOf(article)
    if (text !== '') return { text, notes }
  }
  const message = 'No article was found on the page; all of its text is read.'
  return { text: whole, notes: [{ code: 'no-article-found', message }] }
}

/** Short articles count too, which Readability's own bounds would miss; lists of links do not. */
function looksLikeArticle(page: Document): boolean {
  if (page.querySelector('article p, [itemprop="articleBody"]')) return true
  return isProbablyReaderable(page, { minContentLength: 60, minScore: 5 })
}

function articleElement(page: Document): Element | null {
  const readability = new Readability<Node>(page, {
    serializer: (node) => node,
    // Captions and embedded posts are told by their classes.
    keepClasses: true,
    disableJSONLD: true,
  })
  return (readability.parse()?.content as Element | null | undefined) ?? null
}
