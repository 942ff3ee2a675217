import { describe, expect, it } from 'vitest'
import { parsePage } from './page.js'
import { proseOf } from './prose.js'

const prose = (html: string) => proseOf(parsePage(html).body)

describe('proseOf', () => {
  it.each([
    ['parts blocks by an empty line', '<h2>A</h2><div>b<p>c</p>d</div>', 'A\n\nb\n\nc\n\nd'],
    ['joins what inline tags part', '<p>a <b>b</b><i>c</i>, d</p>', 'a bc, d'],
    ['keeps a line break', '<p>a <br> b</p>', 'a\nb'],
    ['takes two line breaks for a paragraph', 'a<br/>\n<br/>b', 'a\n\nb'],
    ['collapses white space', '<p>  a\n\t b&nbsp; c </p>', 'a b c'],
    ['drops soft hyphens and zero-width spaces', '<p>ex&shy;am\u200bple</p>', 'example'],
    ['decodes entities', '<p>&ldquo;A &amp; B&rdquo; &#8211; c</p>', '“A & B” – c'],
    [
      'parts cells, and rows from each other',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      'a b\n\nc',
    ],
    ['skips what is not prose', '<script>a</script><style>b</style><nav>c</nav><p>d</p>', 'd'],
    ['skips comments', '<p>a<!-- b --></p>', 'a'],
  ])('%s', (_what, html, text) => {
    expect(prose(html)).toBe(text)
  })
})

describe('parsePage', () => {
  it.each([
    '<p>a',
    '<title>t</title><body><p>a',
    '<html lang="en"><title>t</title><p>a</html>',
    '<head><title>t</title></head><body><p>a</body>',
    '<!doctype html>\n<html><head></head><body><p>a</body></html>',
  ])('finds the body of %s', (html) => {
    expect(prose(html)).toBe('a')
  })

  it('keeps the language of a page without a body', () => {
    expect(parsePage('<html lang="de"><p>a').documentElement.lang).toBe('de')
  })
})
