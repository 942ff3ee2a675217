import { describe, expect, it } from 'vitest'
import { oneInSandbox } from './client.js'

const page = (html: string) => ({ bytes: Buffer.from(html), url: 'story.html' })
const readPage = (input: ReturnType<typeof page>, silenceMs?: number) =>
  oneInSandbox({ task: 'html', input, origin: 'story.html', silenceMs })
const SMALL = page('<article><p>Ana Ruiz said the dam holds.</p></article>')
const SLOW = page('<div><p>Ana Ruiz said, and said again, the dam holds.</p></div>'.repeat(50_000))

describe('oneInSandbox', () => {
  it('reads pages one after the other: a small one waits for the large one before it', async () => {
    const texts: string[] = []
    const pages = ['Ana said so. '.repeat(20_000), 'Ben said so.', 'Cy said so.']
    await Promise.all(
      pages.map(async (text) => texts.push((await readPage(page(`<p>${text}`))).text)),
    )
    expect(texts.map((text) => text.split(' ')[0])).toEqual(['Ana', 'Ben', 'Cy'])
  })

  it('kills a page at its deadline, and reads the next', async () => {
    const late = readPage(SLOW, 100)
    const next = readPage(SMALL)
    await expect(late).rejects.toMatchObject({ name: 'HearsayError', code: 'html-timeout' })
    expect((await next).text).toBe('Ana Ruiz said the dam holds.')
  })

  it('says what is wrong with a page, and reads the next', async () => {
    const deep = readPage(page('<div>'.repeat(100_000)))
    await expect(deep).rejects.toMatchObject({ name: 'HearsayError', code: 'html-too-deep' })
    expect((await readPage(SMALL)).text).toBe('Ana Ruiz said the dam holds.')
  })
})
