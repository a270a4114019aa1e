import { builder } from '../builder/builder.ts';
import { Decision } from '../builder/entities.ts';
import { decisionListing } from '../listings/decision-listing.ts';
import { column, instant } from '../read-plan/relation.ts';
import { DecisionAction } from '../values/decision-action.ts';
import { Node } from './node.ts';

Decision.ref.implement({
  description: 'A decision about identities or facts. It can be taken back.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Decision, 'id') }),
    action: t.field({
      type: DecisionAction,
      nullable: false,
      description: 'What it does.',
      ...column(Decision, 'action'),
    }),
    entityId: t.id({
      nullable: false,
      description: 'The entity that was decided about, by the id that it had then.',
      ...column(Decision, 'entity_id'),
    }),
    otherId: t.id({
      description: 'The other entity: the one that became it, or that it is not; null where there is none.',
      ...column(Decision, 'other_id'),
    }),
    reasons: t.stringList({ nullable: false, description: 'Why.', ...column(Decision, 'reasons') }),
    decidedBy: t.string({ nullable: false, description: 'Who decided.', ...column(Decision, 'decided_by') }),
    decidedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When.',
      ...instant(Decision, 'decided_at'),
    }),
    revertedAt: t.field({
      type: 'DateTime',
      description: 'When it was taken back; null while it stands.',
      ...instant(Decision, 'reverted_at'),
    }),
    revertedBy: t.string({ description: 'Who took it back.', ...column(Decision, 'reverted_by') }),
    revertReason: t.string({ description: 'Why it was taken back.', ...column(Decision, 'revert_reason') }),
  }),
});

builder.queryField('decisions', (t) =>
  t.field({
    description: 'What the rules and people decided about identities and facts, the newest first.',
    ...decisionListing.root(),
  }),
);
