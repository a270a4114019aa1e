/**
 * Whether a connection string, read as a URL, has its parts where they should be. A password that holds `/`, `?` or `#` unescaped
 * ends the address early: what follows would be taken, and printed, for the host and the name of the database.
 */
export function isUrlEscaped(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return hash === '' && !pathname.includes('@') && !search.includes('@');
}

/** The connection string without account and password, for messages: `localhost:5432/xiezuo`. */
export function describeUrl(url: string): string {
  if (!isUrlEscaped(url)) return 'DATABASE_URL';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}
