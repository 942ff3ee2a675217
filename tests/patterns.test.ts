import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ESLint, Linter } from 'eslint'
import redos from 'eslint-plugin-redos'
import regexp from 'eslint-plugin-regexp'
import svelte from 'eslint-plugin-svelte'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Two analyses, since each finds what the other does not: by the pattern's structure, by its automaton and by trying. */
const asked = {
  plugins: { regexp, redos } as never,
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': 'error',
    'redos/no-vulnerable': ['error', { timeout: 3000, cache: false }],
  },
} satisfies Linter.Config

const complaints = (pattern: string) =>
  new Linter().verify(`export default ${pattern}`, asked).map(({ message }) => message)

test.each(['/^(?:a+)+$/', '/^(?:a|b|ab)*c/', '/<a[^>]*>/'])('%s would be told', (pattern) => {
  expect(complaints(pattern)).not.toEqual([])
})

describe('patterns cost no more than the length of what they meet', () => {
  test('those that are written out', async () => {
    const eslint = new ESLint({
      cwd: at('..'),
      overrideConfigFile: true,
      allowInlineConfig: false,
      overrideConfig: [
        { ignores: ['**/dist', '**/*.test.ts', '**/fixtures'] },
        ...(svelte.configs.base as Linter.Config[]),
        { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as never } },
        {
          files: ['**/*.svelte'],
          languageOptions: { parserOptions: { parser: tseslint.parser } },
        },
        { files: ['**/*.{ts,svelte}'], ...asked },
      ],
    })
    const rooms = ['engine', 'intake', 'store', 'app', 'workbench'].map((room) => `${room}/src`)
    const results = await eslint.lintFiles(rooms)
    expect(results.length).toBeGreaterThan(300)
    const told = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, message }) => `${filePath}:${line} ${message}`),
    )
    expect(told).toEqual([])
  }, 300_000)

  const script = at('patterns/built.mjs')
  const built = JSON.parse(execFileSync(process.execPath, [script]).toString()) as string[]
  test('the engine builds some from its rows', () => expect(built.length).toBeGreaterThan(30))
  test.each(built)('%s', (pattern) => expect(complaints(pattern)).toEqual([]), 60_000)
})
