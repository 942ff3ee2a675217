import { describe, expect, it } from 'vitest'
import { decode } from './charset.js'

const QUOTED = 'Zoë said “the café is open”.'
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const CP1252 = latin1('Zo\xeb said \x93the caf\xe9 is open\x94.')

async function decoded(bytes: Uint8Array, contentType?: string) {
  const { text, notes } = await decode(bytes, contentType)
  return [text, ...notes.map((note) => note.code)]
}

describe('decode', () => {
  it.each<[string, Uint8Array, string | undefined, string[]]>([
    ['UTF-8', Buffer.from(QUOTED), undefined, [QUOTED]],
    ['a mark in front of UTF-8', Buffer.from(`\ufeff${QUOTED}`), undefined, [QUOTED]],
    ['marked UTF-16', Buffer.from(`\ufeff${QUOTED}`, 'utf16le'), undefined, [QUOTED]],
    ['marked big-endian', Buffer.from(`\ufeff${QUOTED}`, 'utf16le').swap16(), undefined, [QUOTED]],
    ['bare UTF-16', Buffer.from(QUOTED, 'utf16le'), undefined, [QUOTED, 'encoding-guessed']],
    [
      'bare big-endian',
      Buffer.from(QUOTED, 'utf16le').swap16(),
      undefined,
      [QUOTED, 'encoding-guessed'],
    ],
    ['a charset in the header', CP1252, 'text/html; charset=windows-1252', [QUOTED]],
    [
      'Latin-1, which pages say for windows-1252',
      CP1252,
      'text/plain; charset="ISO-8859-1"',
      [QUOTED],
    ],
    ['no declaration', CP1252, undefined, [QUOTED, 'encoding-guessed']],
    ['an unknown charset', CP1252, 'text/plain; charset=klingon', [QUOTED, 'encoding-guessed']],
    [
      'UTF-8 that is declared Latin-1',
      Buffer.from(QUOTED),
      'text/html; charset=latin1',
      [QUOTED, 'encoding-guessed'],
    ],
    [
      'damaged UTF-8',
      Buffer.concat([Buffer.from(QUOTED), latin1('\xe9')]),
      undefined,
      [`${QUOTED}\ufffd`, 'encoding-errors'],
    ],
    [
      'a lone surrogate',
      Buffer.from('\ufeffa\ud800b', 'utf16le'),
      undefined,
      ['a\ufffdb', 'encoding-errors'],
    ],
    [
      'UTF-7, as the ASCII that it looks like',
      Buffer.from('+ADw-b+AD4-'),
      'text/html; charset=utf-7',
      ['+ADw-b+AD4-'],
    ],
    [
      'damage after a mark',
      Buffer.concat([Buffer.from('\ufeff'), latin1('Zo\xeb')]),
      undefined,
      ['Zo\ufffd', 'encoding-errors'],
    ],
    ['latin1 by its short name', CP1252, 'text/plain; charset=latin1', [QUOTED]],
    ['nothing', new Uint8Array(), undefined, ['']],
    ['line ends of Windows', Buffer.from('a\r\nb'), undefined, ['a\r\nb']],
  ])('reads %s', async (_what, bytes, contentType, result) => {
    expect(await decoded(bytes, contentType)).toEqual(result)
  })

  it.each([
    '<meta charset="windows-1252">',
    "<META http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
    '<?xml version="1.0" encoding="windows-1252"?>',
  ])('believes %s', async (declaration) => {
    const bytes = Buffer.concat([latin1(declaration), CP1252])
    expect(await decoded(bytes)).toEqual([declaration + QUOTED])
  })
})
