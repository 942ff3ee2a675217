/**
 * What the page may do: show its own style, run its own script, and nothing else. The hashes are those of `STYLE`
 * and `SCRIPT`; when either changes, the test beside this file names the new one.
 */
export const POLICY = [
  "default-src 'none'",
  "style-src 'sha256-+RnGlbEvPkW/V1/hmeEw0i1nsdTyqioYyC06xbtm1yU='",
  "script-src 'sha256-VIEOtGDoMWk5bGK1XoNc77ZMA8nP5IIZ93FjDc55+Yc='",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
