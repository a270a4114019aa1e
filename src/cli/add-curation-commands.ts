import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** Who decides, unless --by says it. */
const defaultJudge = () => process.env.USER || 'command line';

interface JudgeOptions {
  readonly reason: string;
  readonly by: string;
}

/** A command that decides something: with a reason, and who it is. */
function judged(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .requiredOption('--reason <words>', 'why, for those who read it later')
    .option('--by <name>', 'who decides', defaultJudge());
}

async function curate(
  decide: (
    modules: typeof import('../curate.ts'),
  ) => Parameters<typeof import('./run-curation.ts').runCuration>[1],
) {
  const { runCuration } = await import('./run-curation.ts');
  await runCuration(readConfig(process.env), decide(await import('../curate.ts')));
}

/** Adds the commands by which people set the graph right: review, merge, split, rename, reject, revert. */
export function addCurationCommands(program: Command): void {
  program
    .command('review')
    .description('list open questions: entities that may be one, most likely first, with score and reasons')
    .option('--kind <kind>', 'only person, organisation, meeting or agreement')
    .option('--limit <count>', 'at most this many', '20')
    .action(async (options: { kind?: string; limit: string }) => {
      const { runReview } = await import('./run-review.ts');
      await runReview(readConfig(process.env), options);
    });
  judged(program, 'merge', 'make one entity of several; their ids go on to work')
    .argument('<into>', 'id of the entity that stays')
    .argument('<from...>', 'ids of those that become it')
    .action((into: string, from: string[], judge: JudgeOptions) =>
      curate(({ mergeEntities }) => async (database) => {
        const { decisionId } = await mergeEntities(database, { into, from, ...judge });
        return `merged into ${into}: decision ${decisionId}`;
      }),
    );
  judged(
    program,
    'split',
    'take the mentions of some articles out of an entity; without articles, take back its last merge',
  )
    .argument('<id>', 'id of the entity')
    .argument('[articles...]', 'ids of the articles that mean another one')
    .action((id: string, articles: string[], judge: JudgeOptions) =>
      curate(({ splitEntity }) => async (database) => {
        const { decisionId, newEntityId } = await splitEntity(database, { id, articles, ...judge });
        return `split off ${newEntityId}: decision ${decisionId}`;
      }),
    );
  judged(program, 'rename', 'give an entity another name; those of the pages are kept beside it')
    .argument('<id>', 'id of the entity')
    .argument('<name>', 'its name')
    .action((id: string, name: string, judge: JudgeOptions) =>
      curate(({ renameEntity }) => async (database) => {
        const { decisionId } = await renameEntity(database, { id, name, ...judge });
        return `renamed: decision ${decisionId}`;
      }),
    );
  judged(
    program,
    'reject',
    'declare a fact wrong: a post, a participation, a signature, or an entity with all that rests on it',
  )
    .argument('<id>', 'id of the fact')
    .action((id: string, judge: JudgeOptions) =>
      curate(({ rejectFact }) => async (database) => {
        const { decisionId } = await rejectFact(database, { id, ...judge });
        return `rejected: decision ${decisionId}`;
      }),
    );
  judged(program, 'revert', 'take a decision back')
    .argument('<decision>', 'id of the decision, as the command that took it printed it')
    .action((id: string, judge: JudgeOptions) =>
      curate(({ revertDecision }) => async (database) => {
        const { entityId } = await revertDecision(database, { id, ...judge });
        return `taken back; the entity is ${entityId}`;
      }),
    );
}
