import { MediaQuery } from 'svelte/reactivity'

/** Too narrow for a margin beside the text. Paper never is. */
export const narrow = new MediaQuery('screen and (max-width: 60rem)')
