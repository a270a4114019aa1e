import type { GraphQLSchema } from 'graphql';
import { builder } from './builder/builder.ts';
import { resolveWithDefaults } from './read-plan/default-arguments.ts';
// Each of these registers the types that it declares.
import './types/agreement.ts';
import './types/area.ts';
import './types/article.ts';
import './types/article-fact.ts';
import './values/date.ts';
import './values/date-time.ts';
import './values/decimal.ts';
import './types/decision.ts';
import './types/evidence.ts';
import './types/indicator.ts';
import './types/meeting.ts';
import './types/meeting-body.ts';
import './types/meeting-series.ts';
import './types/meeting-session.ts';
import './types/mutation-curate.ts';
import './types/mutation-ingest.ts';
import './types/organisation.ts';
import './types/participation.ts';
import './types/person.ts';
import './types/position.ts';
import './types/quarantined-document.ts';
import './types/query-changes.ts';
import './types/query-contradictions.ts';
import './types/query-node.ts';
import './types/query-path.ts';
import './types/query-review.ts';
import './types/query-search.ts';
import './types/signature.ts';
import './types/source-document.ts';
import './types/subscription-changes.ts';
import './types/updated-at.ts';

/** The executable schema. Its printed form is schema.graphql. */
export const schema: GraphQLSchema = resolveWithDefaults(builder.toSchema());
