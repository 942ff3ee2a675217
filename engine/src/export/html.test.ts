import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import type { Ledger } from '../record/index.js'
import ferry from './fixtures/ferry.json'
import quarry from './fixtures/quarry.json'
import { html } from './html.js'
import { SCRIPT } from './html/script.js'
import { STYLE } from './html/style.js'

const ledger = ferry as Ledger
const withArticle = (fields: Partial<Ledger['article']>): Ledger => ({
  ...ledger,
  article: { ...ledger.article, ...fields },
})
const TAG = /<\/?([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*) ?\/?>/g
const VOID = ['meta', 'rect', 'input']

/** The page without its own style and script. */
function body(of: Ledger): string {
  return html(of).replace(STYLE, '').replace(SCRIPT, '')
}

/** The text a reader sees: what is left when the tags are gone. */
function visible(markup: string): string {
  return markup
    .replace(TAG, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** The paragraphs of the article without the numbers that stand in them. */
function paragraphs(of: Ledger): string {
  const found = [...body(of).matchAll(/<p id="p\d+"[^>]*>(.*?)<\/p>/gs)]
  return found
    .map(([, words = '']) => visible(words.replace(/<a class="ref.*?<\/a>/g, '')))
    .join('|')
}

function expectSound(page: string): void {
  const open: string[] = []
  for (const [tag, name = ''] of page.matchAll(TAG)) {
    if (VOID.includes(name)) continue
    if (tag.startsWith('</')) expect(open.pop()).toBe(name)
    else if (!tag.endsWith('/>')) open.push(name)
  }
  expect(open).toEqual([])
  expect(page.replace(TAG, '').replace('<!doctype html>', '')).not.toMatch(/[<>]/)
}

test('the page shows the article whole, in order, without the title it repeats', () => {
  expect(paragraphs(ledger)).toBe(ledger.article.text.split('\n').slice(1).join('|'))
})

test('a relayed statement stands inside its relayer’s, with its chain spelled out', () => {
  const page = body(ledger)
  expect(page).toContain(
    '<u class="h2 d0" data-s="3">that </u><u class="h2 d0" data-s="3"><u class="h3 d1" data-s="4">the city',
  )
  expect(page).toContain(
    '<bdi>two officials</bdi><span> → </span><bdi>The Amaro Herald</bdi><span> → </span><bdi>Cabo Wire</bdi>',
  )
  expect(page).toContain('<article class="note h3 i1" id="s4"')
})

test('nobody named is said in words and marked as such', () => {
  expect(body(ledger)).toContain('<b><bdi>Nobody named</bdi></b><i> · reportedly</i>')
  expect(body(ledger)).toContain('<u class="nobody d0" data-s="6"><mark class="wording"')
})

const rich = quarry as Ledger

test('a place inside a loaded phrase inside two contents keeps every mark, the shortest innermost', () => {
  expect(body(rich)).toContain(
    '<u class="h1 d0" data-s="3"><u class="h2 d1" data-s="4"><mark class="wording" id="m5" aria-describedby="f5" data-tip="loaded · loaded-butchered">butchered slopes of </mark></u></u>' +
      '<u class="h1 d0" data-s="3"><u class="h2 d1" data-s="4"><mark class="wording" data-tip="loaded · loaded-butchered"><mark class="place" id="m6" aria-describedby="f6" data-tip="Monte Vell · 46.2, 9.3">Monte Vell</mark></mark></u></u>',
  )
  expect(paragraphs(rich)).toBe(rich.article.text.split('\n').slice(1).join('|'))
})

test('each kind of mark can be switched on, and says how many there are; wording is on', () => {
  const choices = [...body(rich).matchAll(/<label>(.*?)<\/label>/g)]
  expect(choices.map(([, words = '']) => visible(words).trim())).toEqual([
    'nothing',
    'places 3',
    'dates 4',
    'quantities 2',
    'wording 3',
  ])
  expect(body(rich).match(/value="\w+" checked/g)).toEqual(['value="wording" checked'])
  const facts = { ...rich, wording: [] }
  expect(body(facts).match(/value="\w+" checked/g)).toEqual(['value="nothing" checked'])
  const plain = { ...facts, places: [], times: [], quantities: [] }
  expect(body(plain)).not.toMatch(/switches|class="found"/)
})

test('what can be marked is listed with what it comes to, the same once', () => {
  const [, lists = ''] = body(rich).split('<section class="found"')
  expect([...lists.matchAll(/<li.*?<\/li>/g)].map(([item]) => visible(item))).toEqual([
    'Vell Marin ×2 Vell Marin, CH · 46.1, 9.4',
    'Monte Vell Monte Vell · 46.2, 9.3',
    'Friday 9 May 2031',
    '9 May 9 May 2031',
    'March March 2031',
    'six weeks 6 weeks',
    'about 40 minutes ',
    'at least 3 metres ',
    'butchered slopes of Monte Vell loaded · loaded-butchered',
    'so-called distancing · distancing-so-called',
    'apparently hedge · hedge-apparently',
  ])
  const described = [...body(rich).matchAll(/aria-describedby="(f\d+)"/g)]
  for (const [, id] of described) expect(lists).toContain(`id="${id}"`)
  for (const [, id] of lists.matchAll(/href="#(m\d+)"/g)) expect(body(rich)).toContain(`id="${id}"`)
})

test('title and justification stand where a source first speaks, unless its name says them', () => {
  const page = body(rich)
  expect([...page.matchAll(/<p class="who">.*?<\/p>/g)].map(([who]) => visible(who))).toEqual([
    'mayor of Vell Marin · who was woken by the slide',
  ])
  expect(page).toMatch(/id="s1"[^]*class="who"[^]*id="s2"/)
})

test('the day it was said stands beside the statement', () => {
  expect(body(rich)).toContain('<time datetime="2031-05-09">9\u00A0May\u00A02031</time>')
})

test('a doubt stands beside its words, one about the whole article at the end', () => {
  const [text = '', end = ''] = body(ledger).split('<footer>')
  expect(text).toContain('<p class="doubt">Who the two officials work for is not said.</p>')
  expect(end).toContain('<p class="doubt">The article does not date the deal.</p>')
})

test.each([
  ['https://news.example/a?b=1&c=2', '<a href="https://news.example/a?b=1&amp;c=2"'],
  ['http://news.example', '<a href="http://news.example"'],
])('%s becomes a link', (origin, link) => {
  expect(body(withArticle({ origin }))).toContain(link)
})

test.each([
  'javascript:alert(1)//https://a.example',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://user@evil.example/',
  'https://a.example\\@evil.example/',
  ' https://a.example',
  'file:///etc/passwd',
])('%j becomes no link', (origin) => {
  expect(body(withArticle({ origin }))).not.toContain('rel="noopener')
})

test.each(['title', 'byline', 'outlet', 'published', 'language', 'text', 'origin', 'id'] as const)(
  'markup in %s stays text',
  (field) => {
    const attack = '"\'><script>alert(1)</script><img src=x onerror="alert(1)">'
    const page = body(withArticle({ title: null, [field]: attack }))
    expect(page).not.toContain('<img')
    expect(page.match(/<script/g)).toHaveLength(1)
    expectSound(page)
  },
)

test('the page asks for nothing from elsewhere', () => {
  const page = html(ledger)
  expect(page).not.toMatch(/\b(src|srcset|poster|action)=|@import|url\((?!#)/)
  expect(page).not.toMatch(/ style=| on\w+=/)
})

test('every ledger becomes a sound page that holds all of its text', () => {
  fc.assert(
    fc.property(arbitraryLedger, (any) => {
      expectSound(body(any))
      const untitled = { ...any, article: { ...any.article, title: null } }
      const letters = (text: string) => text.replace(/[^\p{L}\p{N}<>&"']/gu, '')
      expect(letters(paragraphs(untitled).replaceAll('|', ''))).toBe(
        letters(any.article.text.replaceAll('|', '')),
      )
    }),
  )
})
