/** The bytes at the start of a document that are looked at. */
export const SNIFFED = 8192

/**
 * How a document begins, good enough to see what it is: its first bytes as Latin-1, without a byte order mark and
 * without NULs, so that marks and tags in UTF-8, UTF-16 and the old charsets all read the same.
 */
export function beginning(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, SNIFFED))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
