// Unpacks Chromium into the temporary folder of its environment; a process of its own, because that is where it looks.
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
