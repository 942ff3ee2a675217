import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf } from './source.js'

test('where temporary files find no room, the folder is named, and what to do', async (context) => {
  if (!existsSync('/dev/full')) context.skip('Only Linux has a device that is always full.')
  const scratch = mkdtempSync(join(tmpdir(), 'hearsay-full-'))
  symlinkSync('/dev/full', join(scratch, 'spooled'))
  const bytes = new TextEncoder().encode('WARC/1.0')
  const source = { from: { bytes }, origin: 'all.warc', address: '-' }
  await expect(fileOf(source, scratch)).rejects.toMatchObject({
    code: 'scratch-unwritable',
    message: expect.stringMatching(/^all.warc cannot be copied to .*ENOSPC.*set TMPDIR/),
  })
  rmSync(scratch, { recursive: true })
})
