// The browser of the tests, the benches and the pictures: Chromium out of its npm package, with the libraries and the
// fonts it comes with, so that a bare machine needs nothing installed. It is unpacked once for each checkout.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './checkout.mjs'

const home = join(root, 'node_modules', '@sparticuz', 'chromium')
const cache = join(root, 'node_modules', '.cache', 'hearsay')
const unpack = join(dirname(fileURLToPath(import.meta.url)), 'unpack-chromium.mjs')

/** What Playwright's `chromium.launch` wants to know. Everything stays one machine's own: no update, no sync, no GPU. */
export function chromium() {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    args: ['--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      TMPDIR: process.env.TMPDIR ?? '',
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

/** Whole or not at all, whoever else unpacks at the same time. */
function unpackInto(folder) {
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'unpacking-'))
  // The package unpacks into the temporary folder, and its libraries only where it believes to be in their cloud.
  const env = { ...process.env, TMPDIR: fresh, TEMP: fresh, AWS_EXECUTION_ENV: '20.x' }
  const { status, stderr } = spawnSync(process.execPath, [unpack], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Chromium cannot be unpacked into ${fresh}: ${stderr}`)
  writeFileSync(join(fresh, 'fonts.conf'), fontsIn(folder))
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}

function fontsIn(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`
}
