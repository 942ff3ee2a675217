import { open } from 'node:fs/promises'

/** What kind of document an ordinary file begins like; `unknown` where it cannot be read. */
export async function kindOfFile(path: string): Promise<string> {
  const { kindOf } = await import('@hearsay/intake')
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192)
      return kindOf(buffer.subarray(0, bytesRead), { origin: path })
    } finally {
      await file.close()
    }
  } catch {
    return 'unknown'
  }
}
