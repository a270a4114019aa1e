import type { Command } from 'commander';
import type { Database } from '../store/sql/database.ts';
import { readConfig } from './config.ts';

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

/** Opens the graph and prints what a decision says; what it needs is loaded only then. */
async function curate(decide: (database: Database) => Promise<string>): Promise<void> {
  const { runCuration } = await import('./run-curation.ts');
  await runCuration(readConfig(process.env), decide);
}

/** Adds the commands by which people set the graph right: review, merge, split, distinct, rename, reject, revert. */
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
      curate(async (database) => {
        const { mergeEntities } = await import('../curation/merge-entities.ts');
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
      curate(async (database) => {
        const { splitEntity } = await import('../curation/split-entity.ts');
        const { decisionId, newEntityId } = await splitEntity(database, { id, articles, ...judge });
        return `split off ${newEntityId}: decision ${decisionId}`;
      }),
    );
  judged(program, 'distinct', 'declare two entities to be two: the question is not asked again')
    .argument('<id>', 'id of the one')
    .argument('<other>', 'id of the other')
    .action((id: string, other: string, judge: JudgeOptions) =>
      curate(async (database) => {
        const { distinguishEntities } = await import('../curation/distinguish-entities.ts');
        const { decisionId } = await distinguishEntities(database, { id, other, ...judge });
        return `two: decision ${decisionId}`;
      }),
    );
  judged(program, 'rename', 'give an entity another name; those of the pages are kept beside it')
    .argument('<id>', 'id of the entity')
    .argument('<name>', 'its name')
    .action((id: string, name: string, judge: JudgeOptions) =>
      curate(async (database) => {
        const { renameEntity } = await import('../curation/rename-entity.ts');
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
      curate(async (database) => {
        const { rejectFact } = await import('../curation/reject-fact.ts');
        const { decisionId } = await rejectFact(database, { id, ...judge });
        return `rejected: decision ${decisionId}`;
      }),
    );
  judged(program, 'revert', 'take a decision back')
    .argument('<decision>', 'id of the decision, as the command that took it printed it')
    .action((id: string, judge: JudgeOptions) =>
      curate(async (database) => {
        const { revertDecision } = await import('../curation/revert-decision.ts');
        const { entityId } = await revertDecision(database, { id, ...judge });
        return `taken back; the entity is ${entityId}`;
      }),
    );
}
