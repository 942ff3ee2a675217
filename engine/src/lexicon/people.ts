import { loadActorWords, type ActorWords } from './actor-words.js'
import { loadAddresseeWords, type AddresseeWords } from './addressees.js'
import { loadChannelWords, type ChannelWords } from './channels.js'
import type { Lexicon } from './lexicon.js'
import { loadOutlets, type Outlets } from './outlets.js'

/** All the words that tell who speaks, and through whom. */
export interface People extends Pick<Lexicon, 'isTitle' | 'isExhibit'> {
  readonly words: ActorWords
  readonly outlets: Outlets
  readonly channels: ChannelWords
  readonly addressees: AddresseeWords
}

export function loadPeople({ isTitle, isExhibit }: Lexicon): People {
  return {
    words: loadActorWords(),
    outlets: loadOutlets(),
    channels: loadChannelWords(),
    addressees: loadAddresseeWords(),
    isTitle,
    isExhibit,
  }
}
