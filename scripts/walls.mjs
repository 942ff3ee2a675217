// The walls between rooms and packages, as options of eslint's no-restricted-imports.
import { readFileSync } from 'node:fs'

/** A block of eslint's config that holds `patterns` in `files`, except in `ignores`. */
export function wall(files, patterns, ...ignores) {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

/** The engine is pure except for its doors. */
export const noPackages = {
  regex: '^[^.]',
  message:
    'The engine imports no package and no node: module. ONNX sessions are handed in by node.ts and web.ts; files and networks belong to intake/ and app/.',
}

/** A room of the engine imports the rooms it is `allowed`, and nothing from outside the engine. */
export function roomWall(room, allowed, rooms) {
  const forbidden = rooms.filter((other) => other !== room && !allowed.includes(other))
  const may = allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no other room'
  return [
    {
      regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
      message: `engine/src/${room} may import ${may}. Move the line to the room it belongs to, or the noun to record/.`,
    },
    {
      regex: '^(\\.\\./)+((index|node|web)\\.js$|node/)',
      message: `engine/src/${room} may not import the engine's doors: they import the rooms.`,
    },
    noPackages,
  ]
}

/** A package imports Node, itself, and what its own package.json names. */
export function dependencyWall(workspace) {
  const url = new URL(`../${workspace}/package.json`, import.meta.url)
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(url, 'utf8'))
  const names = Object.keys({ ...dependencies, ...optionalDependencies })
  return {
    regex: `^(?!node:|\\.{1,2}/|(${names.join('|')})(/|$))|^(\\.\\./)+(engine|contract|intake|store|app)/`,
    message: `Not in ${workspace}/package.json: name the package there, and never reach into a neighbour's folder.`,
  }
}

/** The page reaches the store by HTTP only, and of the engine it loads the light door. */
export const pageWall = {
  regex:
    '^(?!\\.{1,2}/|svelte(/|$)|@hearsay/engine/view$|@hearsay/contract$|@fontsource-variable/)|^(\\.\\./)+(engine|contract|intake|store|app)/',
  message:
    'The page reaches articles and ledgers over HTTP (src/api) and imports Svelte, its fonts and @hearsay/engine/view: the full engine would be loaded before anything is seen.',
}

/** Of the contract the page takes the types: its schemas would weigh more than the page. */
export const typesOnly = {
  regex: '^@hearsay/contract$',
  allowTypeImports: true,
  message: 'The page takes only types from the contract: write `import type`.',
}
