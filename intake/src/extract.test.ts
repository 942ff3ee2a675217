import { HearsayError } from '@hearsay/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract, MAX_BYTES, type ExtractOptions } from './extract.js'

const TEXT = 'Ana Ruiz said “the dam holds”.\r\n\r\nNobody asked\tBen. 🌊\n'

const extractText = (text: string | Uint8Array, options: Partial<ExtractOptions> = {}) =>
  extract(typeof text === 'string' ? Buffer.from(text) : text, { origin: 'story.txt', ...options })

describe('extract', () => {
  it('keeps plain text character for character', async () => {
    expect((await extractText(`\ufeff${TEXT}`)).text).toBe(TEXT)
  })

  it('names the same text the same, whatever its bytes', async () => {
    const utf8 = await extractText(TEXT)
    const utf16 = await extractText(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))
    expect(utf16.id).toBe(utf8.id)
    expect(utf16.bytes).not.toBe(utf8.bytes)
    expect(utf8.id).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('lets the caller overrule the page', async () => {
    const html =
      '<meta property="og:site_name" content="A"><meta name="date" content="2031-01-01"><p>b'
    const page = { origin: 'a.html', outlet: 'The Post', published: 'May 2, 2031' }
    expect(await extractText(html, page)).toMatchObject({
      outlet: 'The Post',
      published: '2031-05-02',
    })
  })

  it('keeps a NUL where it stands, with a note', async () => {
    const article = await extractText('Ana Ruiz said\0the dam holds.')
    expect(article.text).toBe('Ana Ruiz said\0the dam holds.')
    expect(article.notes?.map((note) => note.code)).toContain('control-characters')
  })

  it('reads one line of three megabytes, and refuses one of twenty by name', async () => {
    const line = 'Ana said the dam holds. '.repeat(125_000)
    expect((await extractText(line)).text).toHaveLength(line.length)
    await expect(extractText(line.repeat(7))).rejects.toMatchObject({ code: 'text-too-large' })
  })

  it.each<[string, string, Uint8Array, Partial<ExtractOptions>]>([
    ['an empty file', 'empty-input', new Uint8Array(), {}],
    ['white space alone', 'empty-input', Buffer.from('\ufeff \r\n'), {}],
    ['a PDF of nothing', 'pdf-unreadable', Buffer.from('%PDF-1.7 and so on'), {}],
    ['zeros', 'binary-input', new Uint8Array(100), {}],
    ['every byte there is', 'binary-input', Uint8Array.from({ length: 256 }, (_, at) => at), {}],
    ['too large a file', 'file-too-large', new Uint8Array(MAX_BYTES + 1), {}],
    ['a page of scripts', 'no-text', Buffer.from('<script>a</script>'), { origin: 'a.html' }],
    [
      'a page of deep tags',
      'html-too-deep',
      Buffer.from('<i>'.repeat(100_000)),
      { origin: '-', contentType: 'text/html' },
    ],
    ['a date that is none', 'published-not-a-date', Buffer.from(TEXT), { published: 'soon' }],
  ])('refuses %s with %s', async (_what, code, bytes, options) => {
    await expect(extractText(bytes, options)).rejects.toMatchObject({ name: 'HearsayError', code })
  })

  it.each(['story.txt', 'story.html'])('throws nothing but HearsayErrors on %s', async (origin) => {
    const markup = fc.constantFrom(
      ...['<p>', '</p>', '<b>', '<table>', '<script>', '<!--', '<body>', '</html>', '"', '&#0;'],
      ...['<meta charset=utf-16>', '<script type="application/ld+json">{"@graph":[1,null]', 'said'],
    )
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text, 'utf16le')),
      fc.array(markup).map((tags) => Buffer.from(tags.join(' '))),
    )
    const wellFormed = /^(?:[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        try {
          expect((await extract(input, { origin })).text).toMatch(wellFormed)
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError)
        }
      }),
      { numRuns: 300 },
    )
  })
})
