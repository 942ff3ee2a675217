// npm start -- read FILE: installs and builds what is missing, then runs bin/hearsay.
import { createRequire } from 'node:module'
import { ensureBuilt, ensureInstalled } from './checkout.mjs'

ensureInstalled()
ensureBuilt()
createRequire(import.meta.url)('../bin/hearsay')
