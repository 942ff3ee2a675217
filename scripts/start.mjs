// npm start -- read FILE: installs and builds what is missing, then runs bin/hearsay. npm start: opens the page.
import { createRequire } from 'node:module'
import { ensureBuilt, ensureInstalled } from './checkout.mjs'

ensureInstalled()
ensureBuilt()
if (process.argv.length === 2) process.argv.push('serve')
createRequire(import.meta.url)('../bin/hearsay')
