import { deflateSync } from 'node:zlib'

export interface PdfLine {
  text: string
  x?: number
  y: number
  size?: number
}

interface Options {
  info?: Record<string, string>
  /** How a page's stream is packed. */
  filter?: 'none' | 'flate'
  /** More entries for the trailer, such as /Encrypt. */
  trailer?: string
  /** More objects, numbered from 100. */
  objects?: (string | Buffer)[]
}

/** A PDF of the lines of each page, in Helvetica. */
export function pdf(
  pages: PdfLine[][],
  { info = {}, filter = 'flate', trailer = '', objects: more = [] }: Options = {},
): Buffer {
  const streams = pages.map((lines) => lines.map(shown).join('\n'))
  return pdfOfStreams(
    streams.map((stream) => Buffer.from(stream, 'latin1')),
    { info, filter, trailer, objects: more },
  )
}

export function pdfOfStreams(
  streams: Buffer[],
  { info = {}, filter = 'flate', trailer = '', objects: more = [] }: Options = {},
): Buffer {
  const kids = streams.map((_, at) => `${10 + at * 2} 0 R`).join(' ')
  const objects = new Map<number, string | Buffer>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${streams.length} >>`],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [
      4,
      `<< ${Object.entries(info)
        .map(([key, value]) => `/${key} (${escaped(value)})`)
        .join(' ')} >>`,
    ],
  ])
  streams.forEach((stream, at) => {
    const body = filter === 'flate' ? deflateSync(stream) : stream
    const head = `<< /Length ${body.length}${filter === 'flate' ? ' /Filter /FlateDecode' : ''} >>\nstream\n`
    const resources = '/Resources << /Font << /F1 3 0 R >> >>'
    objects.set(
      10 + at * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${resources} /Contents ${11 + at * 2} 0 R >>`,
    )
    objects.set(11 + at * 2, Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream')]))
  })
  more.forEach((object, at) => objects.set(1000 + at, object))
  return assembled(objects, trailer)
}

/** The file with its table of offsets. */
function assembled(objects: Map<number, string | Buffer>, trailer: string): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const table: string[] = []
  let size = pieces[0].length
  for (const [number, object] of objects) {
    table.push(`${number} 1\n${String(size).padStart(10, '0')} 00000 n \n`)
    const piece = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    pieces.push(piece)
    size += piece.length
  }
  const end = `xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size 2000 /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${size}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(end)])
}

function shown({ text, x = 72, y, size = 11 }: PdfLine): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
