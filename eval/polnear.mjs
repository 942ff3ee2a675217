// How many sources, cues and contents of annotated US news does the shipped reader find exactly, and whole statements?
// node eval/polnear.mjs FOLDER_OF_SCORERS [dev|train|path of a .jsonl.gz]
import { join } from 'node:path'
import { scoreReadings, scorersFrom } from './readings.mjs'

const [scorers, split = 'dev'] = scorersFrom(
  process.argv.slice(2),
  'node eval/polnear.mjs FOLDER_OF_SCORERS',
)
console.log(`\npolnear ${split} (floors: source 79, cue 73, content 65, statement right 58)`)
scoreReadings(join(scorers, 'polnear.mjs'), split)
