/** One line of a page; lengths in points, up the page. */
export interface Line {
  text: string
  x: number
  y: number
  height: number
}

interface Item {
  str?: string
  transform?: number[]
  width?: number
  height?: number
  hasEOL?: boolean
}

/** A line as it comes; joined once it is whole, since a line may have a million pieces. */
interface Drawn extends Omit<Line, 'text'> {
  pieces: string[]
  end: number
}

/** The lines of a page, in the order in which they are drawn: columns are drawn one after the other. */
export function linesOf(items: readonly object[]): Line[] {
  const lines: Line[] = []
  let line: Drawn | null = null
  const finish = () => {
    const text = line?.pieces.join('').replace(/\s+/g, ' ').trim()
    if (line && text) lines.push({ text, x: line.x, y: line.y, height: line.height })
    line = null
  }
  for (const item of items as Item[]) {
    const { str = '', transform = [], width = 0, height = 0, hasEOL } = item
    const [x = 0, y = 0] = transform.slice(4)
    if (line && str.trim() !== '' && Math.abs(y - line.y) > Math.max(line.height, height) / 2)
      finish()
    if (str !== '') {
      line ??= { pieces: [], x, y, height, end: x }
      line.pieces.push(gap(line, x), str)
      line.end = x + width
      line.height = Math.max(line.height, height)
    }
    if (hasEOL) finish()
  }
  finish()
  return lines
}

/** Words may stand apart without a blank between them. */
function gap({ pieces, end, height }: Drawn, x: number): string {
  const last = pieces.at(-1)?.at(-1) ?? ' '
  return last.trim() !== '' && x - end > height * 0.2 ? ' ' : ''
}
