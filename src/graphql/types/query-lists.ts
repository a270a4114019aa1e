import { builder } from '../builder/builder.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { meetingSeriesListing } from '../listings/meeting-series-listing.ts';
import { organisationListing } from '../listings/organisation-listing.ts';
import { personListing } from '../listings/person-listing.ts';
import { quarantineListing } from '../listings/quarantine-listing.ts';

builder.queryFields((t) => ({
  articles: t.field({ description: 'Articles, latest first.', ...articleListing.root() }),
  meetings: t.field({ description: 'Meetings, latest first.', ...meetingListing.root() }),
  people: t.field({ description: 'People, by name.', ...personListing.root() }),
  organisations: t.field({ description: 'Organisations, by name.', ...organisationListing.root() }),
  agreements: t.field({ description: 'Agreements, latest first.', ...agreementListing.root() }),
  quarantinedDocuments: t.field({
    description: 'Pages that could not be read and are no part of the graph, latest first.',
    ...quarantineListing.root(),
  }),
  meetingSeries: t.field({ description: 'Series of meetings, by name.', ...meetingSeriesListing.root() }),
}));
