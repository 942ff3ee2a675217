import { describe, expect, it } from 'vitest'
import { isTooDeep, MAX_DEPTH } from './depth.js'

describe('isTooDeep', () => {
  it.each<[string, boolean, string]>([
    ['at the bound', false, '<div>'.repeat(MAX_DEPTH)],
    ['above it', true, '<div>'.repeat(MAX_DEPTH + 1)],
    ['with a hundred thousand tags', true, '<b>'.repeat(100_000)],
    ['with stray end tags between', true, '<div></p></span>'.repeat(MAX_DEPTH + 1)],
    ['with paragraphs that are never closed', false, '<p>a'.repeat(100_000)],
    ['with many siblings', false, '<div><b>a</b></div>'.repeat(100_000)],
    ['with tags in a script', false, `<script>${'<div>'.repeat(1000)}</script>`],
    ['with tags in an attribute', false, `<p title="${'<div>'.repeat(1000)}">`],
  ])('judges a page %s: %s', (_what, tooDeep, html) => {
    expect(isTooDeep(html)).toBe(tooDeep)
  })
})
