import { describe, expect, it } from 'vitest'
import { isHtml } from './is-html.js'

describe('isHtml', () => {
  it.each<[boolean, string, string, string | undefined]>([
    [true, 'story.html', 'Ana said', undefined],
    [true, 'STORY.HTM', 'Ana said', undefined],
    [false, 'story.txt', '<p>Ana said', undefined],
    [true, '-', '\n<!-- saved --><!DOCTYPE html><p>Ana said', undefined],
    [true, '-', '<div class="a">Ana said', undefined],
    [true, '-', '<?xml version="1.0"?><!-- a --> <!-- b --><html>', undefined],
    [false, '-', 'Ana said <b>yes</b>', undefined],
    [false, '-', '<paul> Ana said yes', undefined],
    [true, 'https://example.org/story', 'Ana said', 'text/html; charset=utf-8'],
    [false, 'https://example.org/story.html', '<p>Ana said', 'text/plain'],
    [true, 'https://example.org/story', '<html>', 'application/octet-stream'],
  ])('is %s for %s that starts %j and is served as %s', (html, origin, source, contentType) => {
    expect(isHtml(Buffer.from(source), { origin, contentType })).toBe(html)
  })
})
