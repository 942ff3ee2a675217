// Statements, nesting, voices, actors, titles and justifications in annotated news of war, crime and rumour.
// node eval/wires.mjs FOLDER_OF_SCORERS [dev|train|path of a .jsonl.gz]
import { join } from 'node:path'
import { scoreReadings, scorersFrom } from './readings.mjs'

const [scorers, split = 'dev'] = scorersFrom(
  process.argv.slice(2),
  'node eval/wires.mjs FOLDER_OF_SCORERS',
)
console.log(
  `\nwires ${split} (floors: found .78, full .53, nested .45, agentless .58, voice .80, act .75, other acts .55, actor .80, kind .80, channel .60, title .55, justification .25)`,
)
scoreReadings(join(scorers, 'testimony.py'), split)
