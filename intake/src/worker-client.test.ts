import { describe, expect, it } from 'vitest'
import { readInWorker } from './worker-client.js'

const page = (html: string) => ({ html, origin: 'story.html', url: 'story.html' })
const SMALL = page('<article><p>Ana Ruiz said the dam holds.</p></article>')
const SLOW = page('<div><p>Ana Ruiz said, and said again, the dam holds.</p></div>'.repeat(50_000))

describe('readInWorker', () => {
  it('reads pages one after the other: a small one waits for the large one before it', async () => {
    const texts: string[] = []
    const pages = ['Ana said so. '.repeat(20_000), 'Ben said so.', 'Cy said so.']
    await Promise.all(
      pages.map(async (text) => texts.push((await readInWorker(page(`<p>${text}`))).text)),
    )
    expect(texts.map((text) => text.split(' ')[0])).toEqual(['Ana', 'Ben', 'Cy'])
  })

  it('kills a page at its deadline, and reads the next', async () => {
    const late = readInWorker(SLOW, 100)
    const next = readInWorker(SMALL)
    await expect(late).rejects.toMatchObject({ name: 'HearsayError', code: 'html-timeout' })
    expect((await next).text).toBe('Ana Ruiz said the dam holds.')
  })

  it('says what is wrong with a page, and reads the next', async () => {
    const deep = readInWorker(page('<div>'.repeat(100_000)))
    await expect(deep).rejects.toMatchObject({ name: 'HearsayError', code: 'html-too-deep' })
    expect((await readInWorker(SMALL)).text).toBe('Ana Ruiz said the dam holds.')
  })
})
