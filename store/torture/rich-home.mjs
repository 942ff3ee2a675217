import { join } from 'node:path'
import { writeArticles } from './articles.mjs'
import { doDeed } from './deed.mjs'
import { hearsay } from './hearsay.mjs'

const ARTICLES = 12

/** A home that holds all there can be: corrections, some taken back, actors made one, several ledgers, a tombstone. */
export async function richHome(folder) {
  const home = join(folder, 'rich')
  hearsay(home, ['add', writeArticles(join(folder, 'articles'), ARTICLES, 31)])
  await doDeed(home, 'correct', 5)
  await doDeed(home, 'reread', 3)
  await doDeed(home, 'merge', 3)
  await doDeed(home, 'forget', 1)
  return home
}
