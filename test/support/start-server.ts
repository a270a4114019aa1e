import { type RunningCli, startCli } from './run-cli.ts';

/** A `xiezuo serve` of its own process. */
export interface ServedCli extends RunningCli {
  /** Where it is reached. */
  readonly url: string;
}

/** Starts a server on a free port of 127.0.0.1, without seed pages unless the variables say otherwise; resolves once it listens. */
export async function startServe(environment: Record<string, string>): Promise<ServedCli> {
  const cli = startCli(['serve'], { PORT: '0', HOST: '127.0.0.1', XIEZUO_SEED: 'off', ...environment });
  const url = /GraphQL at (\S+)\/graphql/.exec(await cli.printed('explorer at'))?.[1] ?? '';
  return { ...cli, url };
}
