import { readFile, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { packageFolder } from '../../actions/package-folder.js'

export interface PageFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
}

/** The page and what belongs to it, by path: `/index.html`, `/assets/index-4f2a.js`. */
export interface Page {
  html: Uint8Array<ArrayBuffer>
  files: ReadonlyMap<string, PageFile>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** In the package when it was published; beside it in a checkout. */
const FOLDERS = ['dist/page', '../workbench/dist']

/** The page as it was built; a plain one that says so where it was not. */
export async function loadPage(): Promise<Page> {
  for (const folder of FOLDERS.map((name) => join(packageFolder(), name))) {
    const files = await filesIn(folder)
    const index = files.get('/index.html')
    if (index) return { html: index.bytes, files }
  }
  return { html: new TextEncoder().encode(PLACEHOLDER), files: new Map() }
}

async function filesIn(folder: string): Promise<Map<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const loaded = files.map(async ({ parentPath, name }): Promise<[string, PageFile]> => {
    const path = join(parentPath, name)
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    const bytes = new Uint8Array(await readFile(path))
    return [path.slice(folder.length).replaceAll('\\', '/'), { bytes, type }]
  })
  return new Map(await Promise.all(loaded))
}

const PLACEHOLDER = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Hearsay</title>
<h1>Hearsay</h1>
<p>The workbench is not built here: run "npm run build" in the checkout, and "hearsay serve" again.
<p>The API works meanwhile; <a href="/api/openapi.json">/api/openapi.json</a> says what it can do.
</html>
`
