import { expect, it, test } from 'vitest'
import shipped from '../../models/reader/manifest.json' with { type: 'json' }
import { checkManifest, type Manifest } from './manifest.js'

/** The shipped manifest with the labels called `name` changed. */
function withLabels(name: keyof Manifest['labels'], change: (labels: string[]) => string[]) {
  const manifest = structuredClone(shipped)
  manifest.labels[name] = change(manifest.labels[name])
  return manifest as unknown as Manifest
}

it('takes the shipped manifest', () =>
  expect(() => checkManifest(shipped as unknown as Manifest, 'here')).not.toThrow())

const swapped = ([first, second, ...others]: string[]) => [second, first, ...others]

test.each<[keyof Manifest['labels'], string]>([
  ['roles', "label 0 of its roles is 'B-source', where the engine has 'O'"],
  ['acts', "label 0 of its acts is 'deny', where the engine has 'assert'"],
  ['kinds', "label 0 of its kinds is 'organization', where the engine has 'person'"],
  ['voices', "label 0 of its voices is 'own', where the engine has 'attributed'"],
  ['entities', "label 0 of its entities is 'B-PER', where the engine has 'O'"],
  ['parts', "label 0 of its parts is 'NAME', where the engine has 'NOUN'"],
  ['notes', "label 0 of its notes is 'B-title', where the engine has 'O'"],
  ['types', "label 0 of its types is 'person', where the engine has 'none'"],
])('refuses %s in another order', (name, complaint) =>
  expect(() => checkManifest(withLabels(name, swapped), 'here')).toThrow(complaint),
)

test.each<[string, (labels: string[]) => string[], string]>([
  [
    'one too few',
    (labels) => labels.slice(0, -1),
    "label 18 of its acts is none, where the engine has 'decline'",
  ],
  [
    'one too many',
    (labels) => [...labels, 'sing'],
    "label 19 of its acts is 'sing', where the engine has none",
  ],
])('refuses %s', (_, change, complaint) =>
  expect(() => checkManifest(withLabels('acts', change), 'here')).toThrow(complaint),
)

test.each(['mentions', 'labels'] as const)(
  'refuses a model without %s as an older one',
  (field) => {
    const older = { ...shipped, [field]: undefined } as unknown as Partial<Manifest>
    expect(() => checkManifest(older, 'here')).toThrow('The model in here is of an older version')
  },
)
