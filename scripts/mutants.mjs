// How many slips in the code of who is who its unit tests would catch: npm run mutants [HOW MANY] [SEED]
// Stryker makes the slips ("mutants") and runs the tests against each. Of all that it can make, a sample is tried.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { createInstrumenter } from '@stryker-mutator/instrumenter'
import { createInjector } from 'typed-inject'
import { root } from './checkout.mjs'

const ROOM = 'engine/src/coreference'
const [many = '100', seed = '1'] = process.argv.slice(2)
process.chdir(root)

const files = readdirSync(ROOM).filter(
  (name) => name.endsWith('.ts') && !/\.test\.ts$|^index\.ts$/u.test(name),
)
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => {}]),
)
for (const level of ['Trace', 'Debug', 'Info', 'Warn', 'Error', 'Fatal'])
  silent[`is${level}Enabled`] = () => false
const instrumenter = createInjector()
  .provideValue('logger', silent)
  .provideValue('options', {})
  .injectFunction(createInstrumenter)
const { mutants } = await instrumenter.instrument(
  files.map((name) => ({
    name: join(root, ROOM, name),
    mutate: true,
    content: readFileSync(join(ROOM, name), 'utf8'),
  })),
  { plugins: null, excludedMutations: [], ignorers: [], noHeader: true },
)
// A sample that is the same for the same seed and code.
const keyed = mutants.map((mutant) => ({ mutant, key: chance(`${seed} ${mutant.id}`) }))
const sample = keyed
  .sort((a, b) => a.key - b.key)
  .slice(0, Number(many))
  .map(({ mutant }) => mutant)
const place = ({ line, column }, more) => `${line + 1}:${column + more}`
const folder = mkdtempSync(join(root, 'node_modules/.mutants-'))
writeFileSync(
  join(folder, 'vitest.config.mts'),
  `import { defineConfig } from 'vitest/config'\nexport default defineConfig({ test: { include: ['${ROOM}/*.test.ts'] } })\n`,
)
try {
  const results = await new Stryker({
    mutate: sample.map(
      ({ fileName, location: { start, end } }) =>
        `${ROOM}/${fileName.split('/').at(-1)}:${place(start, 0)}-${place(end, 0)}`,
    ),
    testRunner: 'vitest',
    vitest: { configFile: join(folder, 'vitest.config.mts') },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    reporters: ['progress'],
    tempDirName: '.mutants',
    cleanTempDir: 'always',
    ignorePatterns: [
      '**',
      '!engine',
      '!engine/src',
      '!engine/src/**',
      '!engine/data',
      '!engine/data/en',
      '!engine/data/en/**',
      '!tests',
      '!tests/marked*.ts',
      '!*.json',
    ],
    disableTypeChecks: false,
  }).runMutationTest()
  // The instrumenter counts lines and columns from 0, its results from 1; a range also holds what lies within it.
  const chosen = new Set(sample.map((mutant) => nameOf(mutant, 1)))
  const tried = results.filter((result) => chosen.has(nameOf(result, 0)))
  const caught = tried.filter(
    ({ status }) => status === 'Killed' || status === 'Timeout' || status === 'RuntimeError',
  )
  for (const result of tried.filter((one) => !caught.includes(one)))
    console.log(`${result.status}: ${nameOf(result, 0)}`)
  console.log(
    `${caught.length} of ${tried.length} mutants caught (of ${mutants.length} that can be made)`,
  )
} finally {
  rmSync(folder, { recursive: true })
}

function nameOf({ fileName, location: { start }, replacement }, from) {
  return `${fileName.split('/').at(-1)}:${start.line + from}:${start.column + from} → ${replacement}`
}

/** A number from 0 to 1 that follows from the words (FNV-1a). */
function chance(words) {
  let hash = 0x811c9dc5
  for (const sign of words) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0
  return hash / 2 ** 32
}
