// Which of two names does a pronoun mean, and as often for women as for men? GAP (Webster et al. 2018), development part.
// node eval/gap.mjs FOLDER_OF_SCORERS
import { join } from 'node:path'
import { scoreReadings, scorersFrom } from './readings.mjs'

const [scorers] = scorersFrom(process.argv.slice(2), 'node eval/gap.mjs FOLDER_OF_SCORERS')
console.log('\ngap (floors: F1 .74, feminine over masculine .95; goals .86, 1)')
scoreReadings(join(scorers, 'gap.py'), join(scorers, '..', 'data', 'pronouns_gap_dev.jsonl.gz'))
