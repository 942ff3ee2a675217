import { untrack } from 'svelte'

/** What a screen reader says next: one polite region for the whole page. */
class Announcer {
  message = $state('')

  say(message: string): void {
    // The same words twice would be silent the second time.
    const again = untrack(() => this.message) === message
    this.message = again ? `${message}\u00A0` : message
  }
}

export const announcer = new Announcer()
