import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { kindOf } from './kind.js'

const MAIL = 'From: Ana <a@b.example>\r\nMessage-ID: <1@b>\r\nSubject: dam\r\n\r\nIt held.'

describe('kindOf', () => {
  it.each<[string, string, string | Uint8Array, string | undefined]>([
    ['unknown', 'story.txt', 'Ana said', undefined],
    ['unknown', 'story.html', '<p>Ana said', undefined],
    ['unknown', 'story.txt', '<rss version="2.0">', undefined],
    ['unknown', '-', 'From: our correspondent\n\nThe dam held.', undefined],
    ['unknown', '-', 'PK\x03\x04 word/document.xml', undefined],
    ['unknown', 'https://herald.example/feed', '<!doctype html><p>', 'text/html'],
    ['pdf', 'story.txt', '%PDF-1.4', undefined],
    ['pdf', 'https://herald.example/report', '%PDF-1.4', 'text/html'],
    ['pdf', 'report', '\n%PDF-1.4', 'application/octet-stream'],
    ['mail', 'story.eml', 'anything', undefined],
    ['mail', '-', MAIL, undefined],
    ['feed', '-', '\ufeff<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', undefined],
    ['feed', 'https://herald.example/feed', '<feed xmlns="x">', 'text/html; charset=utf-8'],
    ['feed', 'https://herald.example/feed', 'anything', 'application/rss+xml'],
    ['feed', 'a.xml', Buffer.from('\ufeff<rss version="2.0">', 'utf16le'), undefined],
    [
      'feed',
      '-',
      '<!DOCTYPE rss [<!ENTITY a "]"> <!ENTITY b ">">] ><rss version="2.0">',
      undefined,
    ],
    ['feed', '-', Buffer.from('\n<rss version="2.0">', 'utf16le').swap16(), undefined],
    ['unknown', '-', '<!-- never closed <rss version="2.0">', undefined],
    ['json', '-', '{"text": "Ana said"}', undefined],
    ['json', 'all.jsonl', 'anything', undefined],
    ['warc', 'a.warc.gz', gzipSync('anything'), undefined],
    ['warc', '-', 'WARC/1.1\r\n', undefined],
    ['gzip', 'a.gz', gzipSync('Ana said'), undefined],
    ['arc', 'a.gz', 'filedesc://a.arc 0.0.0.0 19960923142103 text/plain 76\n', undefined],
    ['wacz', 'a.wacz', 'PK\x03\x04', undefined],
  ])('is %s for %s that starts %j and is served as %s', (kind, origin, start, contentType) => {
    const bytes = typeof start === 'string' ? Buffer.from(start) : start
    expect(kindOf(bytes, { origin, contentType })).toBe(kind)
  })
})
