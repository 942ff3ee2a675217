import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './style/tokens.css'
import './style/base.css'
import './style/voices.css'
import { mount } from 'svelte'
import { session } from './shell/session.svelte.js'
import App from './App.svelte'
import { router } from './route/router.svelte.js'
import { ticketDownloads } from './shell/downloads.js'

ticketDownloads()
await enter()
// A link that is pasted into a tab of the page loads nothing anew.
addEventListener('hashchange', () => void enter())
const target = document.querySelector('#page')
if (target) mount(App, { target })

/** Whoever brings a good link is the owner, from wherever they come. */
async function enter(): Promise<void> {
  if (await session.arrive()) router.admit()
}
