import type { Command } from 'commander';
import { readConfig } from './config.ts';

interface ListingOptions {
  readonly json: boolean;
}

const listing = (program: Command, name: string, description: string): Command =>
  program.command(name).description(description).option('--json', 'one JSON object a line', false);

/** Adds the commands that list what did not come into the graph, left it, or is doubted, and why. */
export function addLossCommands(program: Command): void {
  listing(
    program,
    'quarantine',
    'list the pages that could not be read: when, code, size in bytes, name, reason',
  ).action(async ({ json }: ListingOptions) => {
    const { runListing } = await import('./run-listing.ts');
    const { listQuarantined } = await import('../store/documents/list-quarantined.ts');
    await runListing(readConfig(process.env), {
      load: listQuarantined,
      columns: ({ quarantinedAt, code, sizeBytes, name, reason }) => [
        quarantinedAt,
        code,
        sizeBytes,
        name,
        reason,
      ],
      empty: 'All pages could be read.',
      isJson: json,
    });
  });
  listing(
    program,
    'left-out',
    'list what articles state and the graph does not hold: page, article, kind, code, reason, sentence',
  ).action(async ({ json }: ListingOptions) => {
    const { runListing } = await import('./run-listing.ts');
    const { listLeftOut } = await import('../store/documents/list-left-out.ts');
    await runListing(readConfig(process.env), {
      load: listLeftOut,
      columns: ({ name, articleId, kind, code, reason, quote }) => [
        name,
        articleId,
        kind,
        code,
        reason,
        quote,
      ],
      empty: 'The graph holds all that articles state.',
      isJson: json,
    });
  });
  listing(
    program,
    'replaced',
    'list the articles on which the graph rests no more: page, article, SUPERSEDED or SPUN, page and article in their place',
  ).action(async ({ json }: ListingOptions) => {
    const { runListing } = await import('./run-listing.ts');
    const { listReplaced } = await import('../store/copies/list-replaced.ts');
    await runListing(readConfig(process.env), {
      load: listReplaced,
      columns: ({ name, articleId, code, by, byArticleId }) => [
        name,
        articleId,
        code,
        by ?? '',
        byArticleId ?? '',
      ],
      empty: 'The graph rests on all articles.',
      isJson: json,
    });
  });
  listing(program, 'warnings', 'list the doubts that articles leave: page, article, code, words').action(
    async ({ json }: ListingOptions) => {
      const { runListing } = await import('./run-listing.ts');
      const { listWarnings } = await import('../store/documents/list-warnings.ts');
      await runListing(readConfig(process.env), {
        load: listWarnings,
        columns: ({ name, articleId, code, message }) => [name, articleId, code, message],
        empty: 'No article leaves a doubt.',
        isJson: json,
      });
    },
  );
}
