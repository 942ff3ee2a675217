import { describe, expect, it } from 'vitest'
import { pdf, type PdfLine } from '../../../tests/intake/make-pdf.js'
import { readPdf } from './read-pdf.js'

/** Lines one below the other, from `y` down. */
const lines = (y: number, ...texts: string[]): PdfLine[] =>
  texts.map((text, at) => ({ text, y: y - at * 14 }))
const textOf = async (...pages: PdfLine[][]) => (await readPdf(pdf(pages))).text

describe('readPdf', () => {
  it('joins lines to paragraphs, which a wider gap or another size parts', async () => {
    const page = [
      { text: 'Dam holds', y: 740, size: 20 },
      ...lines(700, 'Ana Ruiz said', 'it held.'),
      ...lines(650, 'Ben said no.', 'It fell.'),
    ]
    expect(await textOf(page)).toBe('Dam holds\n\nAna Ruiz said it held.\n\nBen said no. It fell.')
  })

  it('joins a word parted at the end of a line, but keeps a hyphen that it has elsewhere', async () => {
    const page = lines(700, 'A well-known infor-', 'mation about the well-', 'known dam.')
    expect(await textOf(page)).toBe('A well-known information about the well-known dam.')
  })

  it('reads one column after the other, and on to the next page in the middle of a sentence', async () => {
    const left = lines(700, 'The left column says', 'that the dam held and')
    const right = lines(700, 'the right one goes on.', 'It').map((line) => ({ ...line, x: 320 }))
    expect(await textOf([...left, ...right], lines(700, 'ends here.'))).toBe(
      'The left column says that the dam held and the right one goes on. It ends here.',
    )
  })

  it('leaves out what stands at the head and foot of every page', async () => {
    const page = (number: number) => [
      { text: `The Herald, page ${number}`, y: 780 },
      ...lines(700, `Sentence ${'abc'[number]} goes on.`, 'So it does.', 'And on.', 'And ends.'),
      { text: `${number}`, y: 20 },
    ]
    const { text, notes } = await readPdf(pdf([page(0), page(1), page(2)]))
    expect(text).not.toMatch(/Herald|\d/)
    expect(notes).toMatchObject([{ code: 'page-lines-left-out' }])
  })

  it('takes title, author and date from the file, but no file name for a title', async () => {
    const info = { Title: 'Dam holds', Author: 'Ana Ruiz', CreationDate: "D:20310506100000+01'00'" }
    expect(await readPdf(pdf([lines(700, 'It held.')], { info }))).toMatchObject({
      title: 'Dam holds',
      byline: 'Ana Ruiz',
      published: '2031-05-06',
      notes: [{ code: 'date-from-file' }],
    })
    const named = { Title: 'Microsoft Word - dam.docx' }
    expect((await readPdf(pdf([lines(700, 'It held.')], { info: named }))).title).toBeNull()
  })

  const LOCK =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [(1234567890123456)(1234567890123456)]'

  it.each([
    ['an encrypted one', 'pdf-encrypted', pdf([lines(700, 'x')], { trailer: LOCK })],
    ['pages without text', 'pdf-no-text', pdf([[]])],
    ['a broken one', 'pdf-unreadable', pdf([lines(700, 'x')]).subarray(0, 200)],
  ])('refuses %s with %s', async (_what, code, bytes) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ code })
  })
})
