import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeCursor } from '../../test/support/make-cursor.ts';
import { createCrowdedText } from './crowded-text.ts';
import type { Vocabulary } from './random-operations.ts';

/** A graph in a folder of its own: an embedded database, which is stopped. */
export interface ScratchGraph {
  readonly dataDir: string;
  readonly articles: number;
  readonly vocabulary: Vocabulary;
  remove(): void;
}

/** Files of FOLDER, and stories without one, that make a graph of some thousand articles. */
const [FILES, STORIES] = [250, 3_000];
/** Sentences of a generated story. */
const SENTENCES = 6;

/** Every nth Markdown file of a folder, so that the days lie years apart as those of all do. */
function listFiles(folder: string): string[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const step = Math.max(1, Math.floor(files.length / FILES));
  return files.filter((_, index) => index % step === 0).map((name) => join(folder, name));
}

/** Made-up stories as JSON Lines, a file in `folder`. */
function writeStories(folder: string): string[] {
  const sentences = createCrowdedText(STORIES * SENTENCES * 45, '。').split('。');
  const lines = Array.from({ length: STORIES }, (_, story) => {
    const text = sentences.slice(story * SENTENCES, (story + 1) * SENTENCES).join('。');
    const day = new Date(Date.UTC(2015, 0, 1 + story)).toISOString().slice(0, 10);
    return JSON.stringify({
      name: `story-${story}`,
      publishedOn: day,
      text: `${sentences[story * SENTENCES]}\n\n${text}。`,
    });
  });
  const file = join(folder, 'stories.jsonl');
  writeFileSync(file, lines.join('\n'));
  return [file];
}

/** Ids of the entities of which most is known, and of some others; codes, cursors and texts that occur. */
const IDS = `(SELECT person_id AS id FROM position GROUP BY 1 ORDER BY count(*) DESC LIMIT 20)
  UNION ALL (SELECT meeting_id FROM participation GROUP BY 1 ORDER BY count(*) DESC LIMIT 20)
  UNION ALL (SELECT id FROM article ORDER BY length(text) DESC LIMIT 20)
  UNION ALL (SELECT organisation_id FROM evidence WHERE organisation_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 20)
  UNION ALL (SELECT id FROM agreement LIMIT 10) UNION ALL (SELECT id FROM meeting_series LIMIT 10)
  UNION ALL (SELECT id FROM source_document LIMIT 5)`;

/** Makes a graph of the files of `folder`, or of made-up stories where there is none. */
export async function createScratchGraph(folder: string | undefined): Promise<ScratchGraph> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiezuo-hostile-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const store = await openStore({ databaseUrl: null, dataDir });
  try {
    const { pool } = store.database;
    await prepareGraph(store.database);
    const { counts } = await ingestFiles(store.database, folder ? listFiles(folder) : writeStories(dataDir));
    // What autovacuum does within a minute: plans without statistics are others.
    await pool.query('ANALYZE');
    const ids = (await pool.query<{ id: string }>(IDS)).rows.map(({ id }) => id);
    const cursors = ids
      .slice(0, 40)
      .flatMap((id) => [
        makeCursor(['Meeting STARTS_ON DESC', ['2020-05-05'], id]),
        makeCursor(['Person NAME ASC', ['王'], id]),
        makeCursor(['Search SCORE DESC', ['0.5'], id]),
      ]);
    const vocabulary = {
      ids,
      codes: ['100000', '330000', '110000', '330500', 'FR', '999999'],
      cursors: [...cursors, 'broken'],
      texts: [
        '会议',
        '王',
        '习近平',
        '合作协议',
        '生态环境',
        '主任',
        '2022',
        'w',
        '臺灣',
        '%',
        '没有的词',
        '国 会 人',
      ],
    };
    return { dataDir, articles: counts.articles, vocabulary, remove };
  } catch (error) {
    remove();
    throw error;
  } finally {
    await store.close();
  }
}
