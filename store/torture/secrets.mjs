// Invented names that stand in one article alone, and every form in which a file could hold them.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Letters of a few scripts; names made of them are in no list and share no eight letters. */
const LETTERS = ['bcdfgjklmnprstvxz', 'bčdfgjkľmñprstvž', 'бвгджзклмнпрст']
const PART = 8
const VOWELS = ['aeiou', 'áeíöü', 'аеиоу']
const COMMON = 'The dam would hold through the winter and the ferry would sail again on Friday. '

/** An article: its file in `folder`, and the names in it that no other has. */
export function secretArticle(folder, number, seed) {
  const script = number % 5 === 4 ? 2 : number % 5 === 3 ? 1 : 0
  const names = Array.from({ length: 6 }, (_, n) =>
    capital(fresh(script, `${seed} ${number} ${n}`)),
  )
  const [first, last, body, town, title, file] = names
  const who = `${first} ${last}`
  const filler = COMMON.repeat(number % 7 === 0 ? 300 : number % 12)
  const paragraphs = [
    `${who}, the mayor of ${town}, said that the dam would hold. ${filler}`,
    `“We know that the ferry leaked,” said ${first} ${last} of ${body}.`,
    `${last} denied that ${body} had sold the quarry near ${town}.`,
    `Ana Ruiz said that ${who} was wrong.`,
  ]
  mkdirSync(folder, { recursive: true })
  const html = number % 2 === 0
  const path = join(folder, `${file}-${number}.${html ? 'html' : 'txt'}`)
  writeFileSync(path, html ? page(title, who, paragraphs) : [title, ...paragraphs].join('\n\n'))
  return { path, who, names }
}

const page = (title, who, paragraphs) =>
  `<!doctype html><html lang="en"><head><title>${title} and the dam</title><meta name="author" content="${who}"></head>
<body><article><h1>${title} and the dam</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article></body></html>`

/** Parts of names that were given, and of a word of the schema that looks like one. */
const given = new Set(parts('vocabulary'))

/** Another name each time: no two have a part in common. */
function fresh(script, seed) {
  for (let tries = 0; ; tries++) {
    const word = invented(script, `${seed} ${tries}`)
    const own = [...parts(word), ...parts(bare(word))]
    if (own.some((part) => given.has(part))) continue
    for (const part of own) given.add(part)
    return word
  }
}

/** Thrown by a hash, so that no two that are near are alike. */
function invented(script, seed) {
  const thrown = createHash('sha256').update(seed).digest()
  const one = (letters, at) => [...letters][thrown[at] % [...letters].length]
  return Array.from(
    { length: 5 },
    (_, n) => one(LETTERS[script], 2 * n) + one(VOWELS[script], 2 * n + 1),
  ).join('')
}

const capital = (word) => word[0].toUpperCase() + word.slice(1)
function bare(word) {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

/** As bytes: UTF-8 and both UTF-16s, composed and not, in every case, folded, escaped; and their parts, as indexes cut them. */
export function formsOf(names) {
  const words = new Set(
    names.flatMap((name) => [name, bare(name)].flatMap((each) => [each, ...parts(each)])),
  )
  const spelled = new Set(
    [...words].flatMap((word) =>
      [word, word.toLowerCase(), word.toUpperCase()].flatMap((each) => [
        ...[each, each.normalize('NFD'), encodeURIComponent(each), escape(each), jsonEscaped(each)],
      ]),
    ),
  )
  return [...spelled].flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
  ])
}

/** Every eight letters in a row: an index may hold no more of a word than what the word before it does not begin with. */
function parts(word) {
  const letters = [...word.toLowerCase()]
  return letters.slice(PART - 1).map((_, at) => letters.slice(at, at + PART).join(''))
}

const jsonEscaped = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
