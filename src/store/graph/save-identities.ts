import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { formatKey, type IdentityKey } from '../../kinds/keys/identity-key.ts';
import type { EntityKind } from '../../kinds/kinds.ts';
import { insertJson, replaceOnConflict } from '../sql/json-rows.ts';
import type { MovedHome, StoredMention } from './identity-change.ts';

/** What is to be written about identities of one kind. */
interface IdentityRows {
  readonly kind: EntityKind;
  /** New mentions with their homes. */
  readonly placed: readonly StoredMention[];
  /** Mentions with another home than before. */
  readonly rehomed: readonly StoredMention[];
  readonly moved: readonly MovedHome[];
  /** Either the mentions that went, or all mentions of the homes whose keys are written anew. */
  readonly keys:
    | { readonly lost: readonly StoredMention[] }
    | { readonly anew: readonly StoredMention[]; readonly homes: readonly string[] };
}

interface KeyRow extends IdentityKey {
  readonly kind: EntityKind;
  readonly home: string;
  readonly weight: number;
}

const KEY_COLUMNS = ['kind', 'family', 'value', 'home', 'weight'] as const;

/** How many of the mentions have each key, by home. */
function countKeys(kind: EntityKind, mentions: readonly StoredMention[], sign: 1 | -1 = 1): KeyRow[] {
  const all = mentions.flatMap(({ home, keys }) => keys.map((key) => ({ kind, ...key, home, weight: sign })));
  return sumWeights(all);
}

function sumWeights(rows: readonly KeyRow[]): KeyRow[] {
  const sums = new Map<string, KeyRow>();
  for (const row of rows) {
    const id = `${formatKey(row)}\t${row.home}`;
    sums.set(id, { ...row, weight: row.weight + (sums.get(id)?.weight ?? 0) });
  }
  return [...sums.values()].filter(({ weight }) => weight !== 0);
}

async function saveKeys(kysely: Kysely<DB>, { kind, placed, keys }: IdentityRows): Promise<void> {
  const isAnew = 'anew' in keys;
  if (isAnew) await sql`DELETE FROM identity_key WHERE home = ANY (${keys.homes}::text[])`.execute(kysely);
  const rows = isAnew
    ? countKeys(kind, keys.anew)
    : sumWeights([...countKeys(kind, placed), ...countKeys(kind, keys.lost, -1)]);
  await insertJson(kysely, {
    table: 'identity_key',
    columns: KEY_COLUMNS,
    rows: rows.map((row) => ({ ...row })),
    onConflict:
      'ON CONFLICT (kind, family, value, home) DO UPDATE SET weight = identity_key.weight + EXCLUDED.weight',
  });
}

/** Writes where mentions are kept, which entities homes are, and what keys tell them. */
export async function saveIdentities(kysely: Kysely<DB>, rows: IdentityRows): Promise<void> {
  const { kind, placed, rehomed, moved } = rows;
  const columns = ['id', 'kind', 'root'];
  await insertJson(kysely, {
    table: 'identity_home',
    columns,
    rows: moved.map(({ home, to }) => ({ id: home, kind, root: to })),
    onConflict: replaceOnConflict(['id'], columns),
  });
  await insertJson(kysely, {
    table: 'mention',
    columns: ['article_id', 'ordinal', 'kind', 'name', 'home', 'keys'],
    rows: placed.map(({ articleId, ordinal, name, home, keys }) => ({
      article_id: articleId,
      ordinal,
      kind,
      name,
      home,
      keys: keys.map(formatKey),
    })),
  });
  for (const { articleId, ordinal, home } of rehomed)
    await sql`UPDATE mention SET home = ${home} WHERE article_id = ${articleId} AND ordinal = ${ordinal}`.execute(
      kysely,
    );
  await saveKeys(kysely, rows);
}
