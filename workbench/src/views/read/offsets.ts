import type { Span } from '@hearsay/engine/view'

/** Where a paragraph's words begin in the article, as its element says. */
const startOf = (paragraph: HTMLElement): number => Number(paragraph.dataset.start)

/**
 * The part of `span` that lies in `paragraph`, as a range of the page; null when none does. The paragraph holds exactly
 * the characters of its block.
 */
export function rangeIn(paragraph: HTMLElement, span: Span): Range | null {
  const base = startOf(paragraph)
  const length = paragraph.textContent.length
  const [from, to] = [Math.max(0, span.start - base), Math.min(length, span.end - base)]
  if (from > to || from > length || to < 0) return null
  const range = document.createRange()
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let passed = 0
  let begun = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = node.textContent?.length ?? 0
    if (!begun && from < passed + size) {
      range.setStart(node, from - passed)
      begun = true
    }
    if (begun && to <= passed + size) {
      range.setEnd(node, to - passed)
      return range
    }
    passed += size
  }
  return null
}

/** The offset in the article's text of a place in the page; null outside the paragraphs. */
export function offsetAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('[data-start]')
  if (!paragraph) return null
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return startOf(paragraph) + before.toString().length
}

/** The offset under a point of the window. */
export function offsetUnder(x: number, y: number): number | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y)
    return caret && offsetAt(caret.offsetNode, caret.offset)
  }
  const caret = (document as Document).caretRangeFromPoint(x, y)
  return caret && offsetAt(caret.startContainer, caret.startOffset)
}
