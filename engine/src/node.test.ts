import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installedReaders, modelId, openReader } from './node.js'
import type { Article } from './record/index.js'

const shipped = fileURLToPath(new URL('../models', import.meta.url))
const article: Article = {
  id: 'sha256:0',
  origin: 'dam.txt',
  bytes: 'sha256:0',
  title: null,
  byline: null,
  outlet: null,
  published: '2031-05-06',
  language: 'en',
  text: 'The dam held, officials said on Monday. “It held,” Ana Ruiz told reporters.\n',
}

let models: string
beforeEach(() => {
  models = mkdtempSync(join(tmpdir(), 'hearsay-models-'))
})
afterEach(() => rmSync(models, { recursive: true }))

/** The shipped weights again in a folder of `models`, under a manifest that `change` has changed. */
function install(folder: string, change: (manifest: Record<string, unknown>) => void = () => {}) {
  mkdirSync(join(models, folder))
  for (const file of readdirSync(join(shipped, 'reader')).filter(
    (name) => name !== 'manifest.json',
  ))
    symlinkSync(join(shipped, 'reader', file), join(models, folder, file))
  const manifest = JSON.parse(
    readFileSync(join(shipped, 'reader/manifest.json'), 'utf8'),
  ) as Record<string, unknown>
  change(manifest)
  writeFileSync(join(models, folder, 'manifest.json'), JSON.stringify(manifest))
}

async function read(options: Parameters<typeof openReader>[0]) {
  const reader = await openReader(options)
  try {
    return await reader.read(article)
  } finally {
    await reader.close()
  }
}

describe('a model', () => {
  it('whose labels are in another order is refused, with which and what to do', async () => {
    install('reader', ({ labels }) => (labels as { acts: string[] }).acts.reverse())
    const opening = openReader({ models })
    await expect(opening).rejects.toMatchObject({ code: 'model-mismatch' })
    await expect(opening).rejects.toThrow(
      /label 0 of its acts is 'decline'.*Install the package again/,
    )
  })
  it('from before mentions were learned is refused as an older one', async () => {
    install('reader', (manifest) => delete manifest['mentions'])
    rmSync(join(models, 'reader/antecedents.json'))
    const opening = openReader({ models })
    await expect(opening).rejects.toMatchObject({ code: 'model-mismatch' })
    await expect(opening).rejects.toThrow('is of an older version')
  })
  it('whose file is another is refused', async () => {
    install('reader')
    rmSync(join(models, 'reader/vocab.txt'))
    writeFileSync(join(models, 'reader/vocab.txt'), 'word\n')
    await expect(openReader({ models })).rejects.toMatchObject({ code: 'model-changed' })
  })
})

describe('the fast reader', () => {
  it('is there once its weights are', async () => {
    install('reader')
    expect(installedReaders(models)).toEqual(['default'])
    install('fast', (manifest) => (manifest['training'] = {}))
    expect(installedReaders(models)).toEqual(['default', 'fast'])
    const { engine, statements } = await read({ reader: 'fast', models })
    expect(engine).toMatchObject({
      reader: 'fast',
      model: await modelId({ reader: 'fast', models }),
    })
    expect(engine.model).not.toBe(await modelId({ models }))
    expect(statements).toHaveLength(2)
  })
  it('is as unknown as any other name until then', async () => {
    install('reader')
    for (const reader of ['fast', 'slow']) {
      const opening = openReader({ reader, models })
      await expect(opening).rejects.toMatchObject({ code: 'reader-unknown' })
      await expect(opening).rejects.toThrow(`no reader '${reader}' here. Use one of: default.`)
    }
  })
})

it('ships weights of less than 64 MB, all readers together', () => {
  const files = readdirSync(shipped, { recursive: true, encoding: 'utf8' })
  const bytes = files
    .map((file) => statSync(join(shipped, file)))
    .filter((stat) => stat.isFile())
    .reduce((sum, { size }) => sum + size, 0)
  expect(bytes).toBeGreaterThan(1e6)
  expect(bytes).toBeLessThan(64e6)
})
