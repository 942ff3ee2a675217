/**
 * What the page may do: show its own style, run its own script, and nothing else. The hashes are those of `STYLE`
 * and `SCRIPT`; when either changes, the test beside this file names the new one.
 */
export const POLICY = [
  "default-src 'none'",
  "style-src 'sha256-iDE3f3JsMbxRvSU47vU7BnJeXMvgZ3Iij5gezJEN4EY='",
  "script-src 'sha256-sXql939Cy8cWOfIGcqcdOh/RWk8oIESAoJ77fTkikWE='",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
