import type { Note } from '@hearsay/engine'
import type { Line } from './lines.js'

/** Lines at the head or foot of so many pages belong to the pages, not to the text. */
const FEWEST_PAGES = 3

export interface Pages {
  /** All lines; `null` where a page ends. */
  lines: (Line | null)[]
  notes: Note[]
}

/** Takes away what is printed at the head or foot of page after page, numbers aside, and page numbers. */
export function withoutRunningLines(pages: readonly Line[][]): Pages {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const shape of new Set(edges(page).map(shapeOf)))
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  const runs = (line: Line) =>
    /^[-–—\s]*\d+[-–—\s]*$/.test(line.text) || (counts.get(shapeOf(line)) ?? 0) >= FEWEST_PAGES
  let removed = 0
  const lines = pages.flatMap((page) => {
    const edge = new Set(edges(page).filter(runs))
    removed += edge.size
    return [...page.filter((line) => !edge.has(line)), null]
  })
  const message = `${removed} lines at the head or foot of pages are left out of the text.`
  return { lines, notes: removed > 0 ? [{ code: 'page-lines-left-out', message }] : [] }
}

/** The two highest and the two lowest lines. */
function edges(page: readonly Line[]): Line[] {
  const byHeight = [...page].sort((a, b) => b.y - a.y)
  return page.length > 4 ? [...byHeight.slice(0, 2), ...byHeight.slice(-2)] : [...page]
}

function shapeOf({ text }: Line): string {
  return text.replace(/\d+/g, '#')
}
