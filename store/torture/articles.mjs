// Invented articles, no two alike.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chance } from './chance.mjs'

const PEOPLE = ['Ana Ruiz', 'Piet Lomax', 'Ines Okafor', 'Tomas Lind', 'Oda Marrin', 'Jun Abara']
const ROLES = ['mayor', 'engineer', 'union leader', 'harbour master', 'spokesperson', 'auditor']
const VERBS = ['said', 'denied', 'confirmed', 'warned', 'insisted', 'promised']
const THINGS = ['the dam', 'the ferry', 'the bridge', 'the quarry', 'the tram', 'the market hall']
const FATES = ['would hold', 'had closed', 'was safe', 'would reopen', 'had been sold', 'leaked']

/** Writes `count` articles into a new folder; answers with its path. */
export function writeArticles(folder, count, seed) {
  mkdirSync(folder, { recursive: true })
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `${String(number).padStart(4, '0')}.txt`), article(seed, number))
  }
  return folder
}

function article(seed, number) {
  const { below } = chance(seed * 10_007 + number)
  const one = (list) => list[below(list.length)]
  const sentence = () =>
    `${one(PEOPLE)}, the ${one(ROLES)}, ${one(VERBS)} that ${one(THINGS)} ${one(FATES)}.`
  const quote = () => `“We know that ${one(THINGS)} ${one(FATES)},” ${one(PEOPLE)} ${one(VERBS)}.`
  return `Notice ${seed}-${number} from Port Amaro\n\n${sentence()} ${quote()}\n\n${sentence()}\n`
}
