import { describe, expect, it } from 'vitest'
import { findArticleData } from './json-ld.js'
import { readMetadata } from './metadata.js'
import { parsePage } from './page.js'

function metadata(html: string, url = 'https://example.org/a') {
  const page = parsePage(html)
  return readMetadata(page, findArticleData(page, url))
}

const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`

/** JSON nested so deep that walking it overflows the stack. */
function endless(): string {
  return `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`
}

describe('readMetadata', () => {
  it.each([
    ['a headline in JSON-LD', jsonLd({ '@type': 'NewsArticle', headline: 'A' }), { title: 'A' }],
    [
      'an array of types',
      jsonLd([{ '@type': ['Thing', 'Report'], headline: 'A' }]),
      { title: 'A' },
    ],
    [
      'no title in what is no article',
      jsonLd({ '@type': 'WebPage', headline: 'A' }),
      { title: null },
    ],
    [
      'an author by name',
      jsonLd({ '@type': 'Article', author: 'By Ana  Ruiz' }),
      { byline: 'Ana Ruiz' },
    ],
    [
      'several meta authors: the first name',
      '<meta property="article:author" content="https://example.org/ana"><meta name="author" content="Ana Ruiz">',
      { byline: 'Ana Ruiz' },
    ],
    ['a visible byline', '<p class="byline">By <a>Ana Ruiz</a></p>', { byline: 'Ana Ruiz' }],
    [
      'a window title without its outlet',
      '<title>Dam holds, engineer says - The Post</title>',
      { title: 'Dam holds, engineer says' },
    ],
    [
      'a headline that is never closed',
      '<h1>Dam holds<p>The dam held, Ruiz said.</p><p>She left.</p>',
      { title: 'Dam holds' },
    ],
    ['a dash inside a title', '<title>Dam - holds</title>', { title: 'Dam - holds' }],
    [
      'a date in a time tag',
      '<time datetime="2031-05-02">2 May</time>',
      { published: '2031-05-02' },
    ],
    [
      'an itemprop date',
      '<meta itemprop="datePublished" content="2031-05-02">',
      { published: '2031-05-02' },
    ],
    ['a language with its country', '<html lang="en-GB"><p>a', { language: 'en' }],
    [
      'a language from og:locale',
      '<meta property="og:locale" content="de_AT">',
      { language: 'de' },
    ],
    [
      'JSON in a CDATA section',
      '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","headline":"A"}\n//]]></script>',
      { title: 'A' },
    ],
    [
      'no byline in an address',
      '<meta name="author" content="https://example.org/ana">',
      { byline: null },
    ],
    ['nothing in JSON without end', endless(), { title: null }],
    [
      'nothing',
      '<p>a',
      { title: null, byline: null, outlet: null, published: null, language: null },
    ],
  ])('finds %s', (_what, html, found) => {
    expect(metadata(html)).toMatchObject(found)
  })

  it('takes the article of the page among several', () => {
    const articles = ['a', 'b'].map((name) => ({
      '@type': 'NewsArticle',
      headline: name,
      mainEntityOfPage: { '@id': `https://example.org/${name}` },
    }))
    expect(metadata(jsonLd(articles), 'https://example.org/b').title).toBe('b')
    expect(metadata(jsonLd(articles), 'story.html').title).toBe('a')
  })

  it.each([
    ['2031-05-04', ['dates-conflict']],
    ['2031-05-03T01:00:00Z', []],
  ])('notes that %s is not the date before it: %j', (other, codes) => {
    const html = `<meta property="article:published_time" content="2031-05-02T23:00:00Z"><meta name="date" content="${other}">`
    expect(metadata(html).published).toBe('2031-05-02T23:00:00Z')
    expect(metadata(html).notes.map((note) => note.code)).toEqual(codes)
  })
})
