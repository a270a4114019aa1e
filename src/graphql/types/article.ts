import { sql } from 'kysely';
import { SHORT_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Article, SourceDocument } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { isEvidenced } from '../conditions/related.ts';
import { LEAF, leaf } from '../cost/weights.ts';
import { queryById } from '../fields/by-key.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { organisationListing } from '../listings/organisation-listing.ts';
import { personListing } from '../listings/person-listing.ts';
import { column, expression, toMany, toOne } from '../read-plan/relation.ts';
import { type ColumnName, col, type Row, type TableName } from '../read-plan/sql.ts';
import { PublicationBasis } from '../values/publication-basis.ts';
import { Script } from '../values/script.ts';
import { EXCERPT, excerptLength, excerptOf } from './excerpt.ts';
import { keywordsField } from './keyword.ts';
import { leftOutField } from './left-out-statement.ts';
import { displayNameField, Named } from './named.ts';
import { Node } from './node.ts';
import { moreLikeThisField } from './similar-articles.ts';
import { warningsField } from './warning.ts';

/** How many characters of its text an article without a headline is called by. */
const NAME_LENGTH = 30;

/** The condition that the article gives evidence of a row of another table. */
const evidencedBy =
  <T extends TableName>(fact: ColumnName<'evidence'>) =>
  (article: Row<'article'>, row: Row<T>) =>
    isEvidenced(row, col(article, 'id'), { column: fact, id: sql.ref(`${row.alias}.id`) });

Article.ref.implement({
  description: 'One news item of a page, cleaned.',
  interfaces: [Node, Named],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Article, 'id') }),
    displayName: t.string(
      displayNameField(
        expression((article: Row<'article'>) => {
          const beginning = excerptOf(col(article, 'text'), NAME_LENGTH);
          return sql`coalesce(${col(article, 'headline')}, ${beginning})`;
        }, leaf(LEAF.excerpt)),
      ),
    ),
    headline: t.string({
      description: 'The headline proper; null where the page shows none.',
      ...column(Article, 'headline'),
    }),
    text: t.string({
      nullable: false,
      description:
        'The clean text in Simplified Chinese, paragraphs divided by line breaks: plain text, not HTML. A `<` in it is a character that the page shows.',
      ...column(Article, 'text', leaf(LEAF.text)),
    }),
    excerpt: t.string({
      nullable: false,
      description: 'The beginning of the text, with an ellipsis where there is more.',
      args: {
        length: t.arg.int({
          description: `At most this many characters of it, up to ${EXCERPT.most.toLocaleString('en-GB')}; left out or null: ${EXCERPT.usual}.`,
        }),
      },
      ...expression(
        (article: Row<'article'>, { length }) => excerptOf(col(article, 'text'), excerptLength(length)),
        leaf(LEAF.excerpt),
      ),
    }),
    publisher: t.string({
      description: 'Who published it; null where nobody is named.',
      ...column(Article, 'publisher'),
    }),
    publishedOn: t.field({
      type: 'Date',
      description: 'The day of publication; null where the page states none.',
      ...column(Article, 'published_on'),
    }),
    publishedOnBasis: t.field({
      type: PublicationBasis,
      description: 'What the day of publication rests on; null where there is none.',
      ...column(Article, 'published_on_basis'),
    }),
    supersededBy: t.field({
      type: Article.ref,
      description:
        "The article of the page's next version that took this one's place: no fact rests on this one any more; null where it stands.",
      ...toOne(
        Article,
        (article: Row<'article'>, next) => sql`${col(next, 'id')} = ${col(article, 'superseded_by_id')}`,
      ),
    }),
    supersedes: t.field({
      type: [Article.ref],
      nullable: false,
      description:
        "The articles of the page's earlier version whose place this one took, in the order in which they came; empty for most.",
      args: firstArgument(SHORT_LIST),
      ...toMany(Article, { limit: SHORT_LIST }, (article: Row<'article'>, old) => ({
        where: sql`${col(old, 'superseded_by_id')} = ${col(article, 'id')}`,
        orderBy: col(old, 'id'),
      })),
    }),
    duplicateOf: t.field({
      type: Article.ref,
      description:
        'The best copy of the same release, which all its copies point to; null where this is it, or no copy is known.',
      ...toOne(
        Article,
        (article: Row<'article'>, best) => sql`${col(best, 'id')} = ${col(article, 'duplicate_of_id')}`,
      ),
    }),
    duplicates: t.field({
      type: [Article.ref],
      nullable: false,
      description:
        'The other copies of the same release, most alike first, where this is the best copy; else empty.',
      args: firstArgument(SHORT_LIST),
      ...toMany(Article, { limit: SHORT_LIST }, (article: Row<'article'>, copy) => ({
        where: sql`${col(copy, 'duplicate_of_id')} = ${col(article, 'id')}`,
        orderBy: sql`${col(copy, 'similarity')} DESC NULLS LAST, ${col(copy, 'id')}`,
      })),
    }),
    similarity: t.float({
      description:
        'The share of characters that it has in common with `duplicateOf`, in the same order, from 0 to 1; null without one.',
      ...column(Article, 'similarity'),
    }),
    isSpun: t.boolean({
      nullable: false,
      description:
        'Whether it is a copy in which a machine replaced words by others. No fact of the graph rests on such a copy.',
      ...column(Article, 'is_spun'),
    }),
    script: t.field({
      type: Script,
      nullable: false,
      description: 'The script of the source; the text is Simplified either way.',
      ...column(Article, 'script'),
    }),
    keywords: t.field(keywordsField),
    moreLikeThis: t.field(moreLikeThisField),
    document: t.field({
      type: SourceDocument.ref,
      nullable: false,
      description: 'The page that carries it.',
      ...toOne(
        SourceDocument,
        (article: Row<'article'>, document) => sql`${col(document, 'id')} = ${col(article, 'document_id')}`,
      ),
    }),
    meetings: t.field({
      description: 'The meetings that it reports.',
      ...meetingListing.below(evidencedBy('meeting_id')),
    }),
    people: t.field({
      description: 'The people whom it names.',
      ...personListing.below(evidencedBy('person_id')),
    }),
    organisations: t.field({
      description: 'The organisations that it names.',
      ...organisationListing.below(evidencedBy('organisation_id')),
    }),
    agreements: t.field({
      description: 'The agreements that it reports.',
      ...agreementListing.below(evidencedBy('agreement_id')),
    }),
    leftOut: t.field(leftOutField),
    warnings: t.field(warningsField),
  }),
});

queryById(Article, 'article');

builder.queryField('articles', (t) =>
  t.field({ description: 'Articles, latest first.', ...articleListing.root() }),
);
