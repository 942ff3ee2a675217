import { expect } from 'vitest'

/** Reads CSV by RFC 4180 to the letter. */
export function parseCsv(text: string): string[][] {
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const rows: string[][] = [[]]
  let read = 0
  for (const [all, quoted, plain, end] of text.matchAll(cells)) {
    read += all.length
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  expect(read).toBe(text.length)
  expect(rows.pop()).toEqual([])
  return rows
}
