import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const dist = fileURLToPath(new URL('../workbench/dist', import.meta.url))
const page = readFileSync(`${dist}/index.html`, 'utf8')
const FLOOR = 90_000

/** Whatever the page names, and what these files import or load when the reading view comes. */
function firstLoad(): string[] {
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, path = '']) => path,
  )
  const read = readdirSync(`${dist}/assets`)
    .filter((name) => /^Read-.*\.(js|css)$/.test(name))
    .map((name) => `assets/${name}`)
  return [...withImports(new Set([...named, ...read]))]
}

function withImports(files: Set<string>): Set<string> {
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    const code = readFileSync(`${dist}/${file}`, 'utf8')
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      files.add(`assets/${name}`)
    }
  }
  return files
}

it('loads less than 90 kB of script and style, gzip, before an article is read', () => {
  const sizes = firstLoad().map((file) => gzipSync(readFileSync(`${dist}/${file}`)).length)
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FLOOR)
})

it('has neither inline code nor inline style, and names nothing outside itself', () => {
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/i)
  expect(page).not.toMatch(/(?:src|href)="(?!\/assets\/)/)
})

it.each([
  ['the engine’s rows of words', 'counterexamples'],
  ['the contract’s schemas', 'ZodObject'],
])('carries none of %s', (_, telltale) => {
  const scripts = readdirSync(`${dist}/assets`).filter((name) => name.endsWith('.js'))
  const carrying = scripts.filter((name) =>
    readFileSync(`${dist}/assets/${name}`, 'utf8').includes(telltale),
  )
  expect(carrying).toEqual([])
})
