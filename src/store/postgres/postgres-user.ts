import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** How to start a Postgres program: Postgres refuses to run as root. */
export interface PostgresUser {
  /** Words that go before the program's own command line; empty where it runs directly. */
  readonly prefix: readonly string[];
  /** The account to run as, to whom the data folder must belong; null: the account of this process. */
  readonly account: { readonly uid: number; readonly gid: number } | null;
}

const UNPRIVILEGED_ID = '65534';
const USER_NAMESPACE = [
  'unshare',
  '--user',
  `--map-user=${UNPRIVILEGED_ID}`,
  `--map-group=${UNPRIVILEGED_ID}`,
];

function run(command: string, args: readonly string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

/**
 * Finds how a Postgres program can run here.
 *
 * As root, first choice is a user namespace: the server takes itself for an ordinary user, while files stay root's
 * own, so that a checkout that only root may enter works too. Where namespaces are not allowed it is the account
 * `postgres`, or `nobody`; no account is made on the user's machine.
 *
 * @see https://man7.org/linux/man-pages/man7/user_namespaces.7.html
 */
export function findPostgresUser(): PostgresUser {
  if (userInfo().uid !== 0) return { prefix: [], account: null };
  const [command = '', ...args] = USER_NAMESPACE;
  if (run(command, [...args, 'true']) !== null) return { prefix: USER_NAMESPACE, account: null };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [run('id', ['-u', name]), run('id', ['-g', name])];
    if (uid !== null && gid !== null) return { prefix: [], account: { uid: Number(uid), gid: Number(gid) } };
  }
  return { prefix: [], account: null };
}
