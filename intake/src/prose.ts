const TEXT = 3
const ELEMENT = 1

/** Elements that hold no running text. */
const SKIPPED = names(`
  audio button canvas form head iframe nav noscript object script select style svg template textarea
  title video`)

/** Elements that begin and end a paragraph. */
const BLOCKS = names(`
  address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure
  footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul`)

/**
 * The text of `root` as prose: paragraphs parted by an empty line, `<br>` a line break, other white
 * space one blank. Two line breaks in a row part paragraphs, as pages without `<p>` mean them.
 */
export function proseOf(root: Node): string {
  return flow(root)
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Text with "\n\n" around blocks, "\n" for `<br>` and no other line break. */
function flow(root: Node): string {
  const pieces: string[] = []
  const visit = (node: Node): void => {
    if (node.nodeType === TEXT) pieces.push(plain(node.textContent ?? ''))
    if (node.nodeType !== ELEMENT) return
    const name = (node as Element).localName
    if (SKIPPED.has(name)) return
    if (name === 'br') pieces.push('\n')
    if (name === 'td' || name === 'th') pieces.push(' ')
    const edge = BLOCKS.has(name) ? '\n\n' : ''
    pieces.push(edge)
    for (const child of node.childNodes) visit(child)
    pieces.push(edge)
  }
  visit(root)
  return pieces.join('')
}

/** White space as one blank; soft hyphens and zero-width spaces, which only steer line breaks, go. */
function plain(text: string): string {
  return text.replace(/[\u00ad\u200b]/g, '').replace(/\s+/g, ' ')
}

function names(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}
