import js from '@eslint/js'
import regexp from 'eslint-plugin-regexp'
import { defineConfig } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import {
  dependencyWall,
  noPackages,
  pageWall,
  roomWall,
  typesOnly,
  wall,
} from './scripts/walls.mjs'

const tests = '**/*.test.ts'

/** What each room of the engine may import; itself goes without saying. */
const rooms = {
  record: [],
  text: ['record'],
  lexicon: ['record', 'text'],
  calendar: ['record', 'text'],
  model: ['record', 'text'],
  gazetteer: ['record', 'text'],
  coreference: ['record', 'text', 'lexicon', 'model'],
  derive: ['record', 'text'],
  read: ['record', 'text', 'lexicon', 'calendar', 'gazetteer', 'model', 'coreference', 'derive'],
  corrections: ['record', 'text', 'derive'],
  identity: ['record', 'text', 'lexicon', 'coreference', 'corrections'],
  copies: ['record', 'text', 'lexicon'],
  changes: ['record', 'text', 'lexicon', 'export'],
  claims: ['record'],
  export: ['record', 'text', 'lexicon'],
}

const passWall = {
  regex: '^\\.{1,2}/(?!(types|state)\\.js$)[^/]+\\.js$',
  message:
    'A pass never imports a pass: only read/reader.ts does. Take what you need as an argument; shared nouns live in read/types.ts or read/state.ts.',
}

/** Neither clock nor chance in `room`. */
function noClock(room, because) {
  const clock = `${room}/ has no clock: app/ asks the time and hands it in.`
  const chance = `${room}/ has no chance: ${because}.`
  return {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: clock },
      { object: 'Math', property: 'random', message: chance },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
    ],
  }
}

const purity = {
  'no-restricted-globals': [
    'error',
    ...['process', 'console', 'fetch', 'document', 'window', 'performance', 'require'].map(
      (name) => ({
        name,
        message: `The engine is pure: what needs ${name} belongs in app/ or intake/.`,
      }),
    ),
  ],
  ...noClock('engine', 'same bytes, same ledger'),
}

export default defineConfig(
  {
    ignores: ['**/dist', '**/node_modules', '**/.venv', 'training', 'engine/data', 'engine/models'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      // The doors name the types of what they load lazily.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // What a stranger sends costs no more than its length: no pattern tries the same characters over and over.
  // tests/patterns.test.ts asks more, which takes longer, and asks it of the patterns in the rows of the engine too.
  {
    ignores: [tests, 'tests/**', '**/fixtures/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  { files: ['**/*.mjs', 'bin/*'], languageOptions: { globals: globals.node } },
  // It also holds what runs in the page that it times.
  { files: ['bench/{workbench,search-view}.mjs'], languageOptions: { globals: globals.browser } },

  // The engine
  { files: ['engine/src/**/*.ts'], ignores: [tests], rules: purity },
  wall(['engine/src/{node,web}.ts', 'engine/src/node/**/*.ts'], [dependencyWall('engine')], tests),
  wall(['engine/src/{index,view}.ts'], [noPackages]),
  ...Object.entries(rooms).map(([room, allowed]) =>
    wall([`engine/src/${room}/**/*.ts`], roomWall(room, allowed, Object.keys(rooms)), tests),
  ),
  wall(
    ['engine/src/read/**/*.ts'],
    [...roomWall('read', rooms.read, Object.keys(rooms)), passWall],
    tests,
    'engine/src/read/{reader,index,types,state}.ts',
  ),

  // The other packages
  wall(['contract/src/**/*.ts'], [dependencyWall('contract')], tests),
  wall(['intake/src/**/*.ts'], [dependencyWall('intake')], tests),
  {
    files: ['store/src/**/*.ts'],
    ignores: [tests],
    rules: noClock('store', 'what happens on a machine can be made to happen again'),
  },
  wall(['store/src/**/*.ts'], [dependencyWall('store')], tests),
  wall(['app/src/**/*.ts'], [dependencyWall('app')], tests),
  wall(
    ['app/src/actions/**/*.ts'],
    [
      dependencyWall('app'),
      {
        regex: '/(cli|server)/',
        message:
          'An action knows neither argv nor requests: cli/ and server/ parse, call one action and print.',
      },
    ],
    tests,
  ),
  wall(
    ['app/src/server/**/*.ts'],
    [
      dependencyWall('app'),
      {
        regex: '/cli/',
        message: 'The server knows no argv and prints nothing: what both need is an action.',
      },
    ],
    tests,
  ),

  // The page
  ...svelte.configs.recommended,
  {
    files: ['workbench/src/**/*.svelte', 'workbench/src/**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['workbench/src/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      // The compiler and svelte-check know TypeScript's names better.
      'no-undef': 'off',
      // Untrusted words are text nodes, always.
      'svelte/no-at-html-tags': 'error',
      // `style:name` sets one property by script, which the page's policy allows; an attribute it refuses.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message:
            'The page’s policy refuses style attributes: use a class, or style:name={value}.',
        },
      ],
      // Maps and sets here are made anew from the ledger and never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-target-blank': ['error', { allowReferrer: false }],
      // Addresses are made by route/route.ts, the page is no SvelteKit app.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  wall(['workbench/src/**/*.{ts,svelte}'], [pageWall], tests),
  {
    files: ['workbench/src/**/*.{ts,svelte}'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [typesOnly] }] },
  },
)
