/** What this server may be called in a Host header; any other name is somebody else's, as in DNS rebinding. */
export function ownHosts(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  const hosts = names.map((name) => `${name}:${port}`)
  // A browser leaves the port out when it is that of http.
  return new Set(port === 80 ? [...hosts, ...names] : hosts)
}
