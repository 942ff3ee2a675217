// npm run pictures: makes the pictures of the README from the examples.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './checkout.mjs'
import { photograph } from './photograph.mjs'
import { serve } from './serve-examples.mjs'

const EXAMPLE = 'examples/orchard-verdict.html'
const COLUMNS = 96
const LINES = 34
const COLORS = { 33: '#e0a060', 34: '#7f9fdc', 36: '#6fc0c0' }
const [CHARACTER, LINE, EDGE] = [8.4, 20, 20]

ensureInstalled()
ensureBuilt()
writeFileSync(join(root, 'docs/images/terminal.svg'), svg(terminal()))
await report()
await workbench()

function hearsay(argv, environment) {
  return execFileSync(process.execPath, ['bin/hearsay', 'read', EXAMPLE, ...argv], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '', ...environment },
  })
}

function terminal() {
  return hearsay([], { FORCE_COLOR: '1', COLUMNS: String(COLUMNS) })
    .split('\n')
    .slice(1, LINES)
}

function svg(lines) {
  const [width, height] = [COLUMNS * CHARACTER + 2 * EDGE, lines.length * LINE + 2 * EDGE]
  const rows = lines.map((line, i) => {
    return `<text x="${EDGE}" y="${EDGE + (i + 0.75) * LINE}" xml:space="preserve">${spans(line)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" fill="#e9e5dc">
<rect width="100%" height="100%" rx="8" fill="#171614"/>
${rows.join('\n')}
</svg>
`
}

/** A line with its colours and weights as spans, each where its column is, whatever font draws it. */
function spans(line) {
  let column = 0
  let style = ''
  return line
    .split(/(\p{Cc}\[\d+m)/u)
    .map((part) => {
      const code = /^\p{Cc}\[(\d+)m$/u.exec(part)?.[1]
      if (code !== undefined) {
        style = styleOf(Number(code))
        return ''
      }
      const x = EDGE + column * CHARACTER
      column += [...part].length
      const text = part.replace(/&/g, '&amp;').replace(/</g, '&lt;')
      const length = ([...part].length * CHARACTER).toFixed(1)
      return part && `<tspan x="${x.toFixed(1)}" textLength="${length}"${style}>${text}</tspan>`
    })
    .join('')
}

function styleOf(code) {
  if (code === 1) return ' font-weight="600"'
  if (code === 2) return ' fill="#a19b8f"'
  return COLORS[code] ? ` fill="${COLORS[code]}"` : ''
}

async function report() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-pictures-'))
  const page = join(folder, 'report.html')
  writeFileSync(page, hearsay(['--format', 'html'], {}))
  await photograph(pathToFileURL(page).href, 'docs/images/report.png')
  rmSync(folder, { recursive: true })
}

async function workbench() {
  const server = await serve(EXAMPLE)
  await photograph(
    `${server.address}read/${server.article}?s=s11`,
    'docs/images/workbench.png',
    server.link(),
  )
  await photograph(`${server.address}search?words=stream`, 'docs/images/search.png', server.link())
  await server.close()
}
