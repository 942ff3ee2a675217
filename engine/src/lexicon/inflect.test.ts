import { expect, it } from 'vitest'
import { inflect } from './inflect.js'

it.each([
  ['slam', 'verb', ['slam', 'slams', 'slammed', 'slamming']],
  ['seize on', 'verb', ['seize on', 'seizes on', 'seized on', 'seizing on']],
  ['decry', 'verb', ['decry', 'decries', 'decried', 'decrying']],
  ['blast', 'verb', ['blast', 'blasts', 'blasted', 'blasting']],
  ['bow', 'verb', ['bow', 'bows', 'bowed', 'bowing']],
  ['con artist', 'noun', ['con artist', 'con artists']],
  ['bully', 'noun', ['bully', 'bullies']],
  ['witch', 'noun', ['witch', 'witches']],
  ['brazen', 'adjective', ['brazen', 'brazenly']],
  ['horrible', 'adjective', ['horrible', 'horribly']],
  ['vile', 'adjective', ['vile', 'vilely']],
  ['barbaric', 'adjective', ['barbaric', 'barbarically']],
  ['so-called', undefined, ['so-called']],
] as const)('%s as %s', (word, as, forms) => expect(inflect(word, as)).toEqual(forms))
