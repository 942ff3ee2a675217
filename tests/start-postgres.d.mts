export interface PostgresServer {
  /** The path of its socket. */
  socket: string
  /** Makes a database and answers with its address. */
  database(): Promise<string>
  /** Ends the server with this signal: `SIGINT` tells its clients, `SIGQUIT` is as a crash. */
  down(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** Starts it anew, with all that it had. */
  up(): Promise<void>
  stop(): Promise<void>
}

export function startPostgres(): Promise<PostgresServer>
