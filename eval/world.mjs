// Who is who, and how many lines mislead, in news and invented articles of every genre with complete chains of all persons.
// node eval/world.mjs FOLDER_OF_SCORERS [path of a .jsonl.gz]
import { join } from 'node:path'
import { scoreAll, scorersFrom } from './readings.mjs'

const [scorers, gold = join(scorers, '..', 'data', 'world-dev.jsonl.gz')] = scorersFrom(
  process.argv.slice(2),
  'node eval/world.mjs FOLDER_OF_SCORERS [CORPUS]',
)
const testimony = join(scorers, 'testimony.py')
console.log(
  '\nworld (floors: misleading .24, who of found .93, kind .91, chains .70, split .22, merged .06, stray .15;',
)
console.log(
  'found .90, full .73, nested .62, agentless .67, voice .88, other acts .78, channel .75, title .72, justification .48)',
)
scoreAll(
  [testimony, gold],
  [(found) => [join(scorers, 'who.py'), gold, found], (found) => [testimony, 'score', gold, found]],
)
