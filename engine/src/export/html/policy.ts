/**
 * What the page may do: show its own style, run its own script, and nothing else. The hashes are those of `STYLE`
 * and `SCRIPT`; when either changes, the test beside this file names the new one.
 */
export const POLICY = [
  "default-src 'none'",
  "style-src 'sha256-zqr7/hVeDHzi5u/y+31lhJ+2EzvYXZgIPP7lY6CFN6c='",
  "script-src 'sha256-VIEOtGDoMWk5bGK1XoNc77ZMA8nP5IIZ93FjDc55+Yc='",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
