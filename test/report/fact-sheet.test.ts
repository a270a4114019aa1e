import { extractClaims } from '../../src/extraction/extract-claims.ts';
import { createFactSheet } from '../../src/report/fact-sheet.ts';
import { createArticle } from '../extraction/article.ts';

test('claims become one object an article, in lower case and with names for codes', () => {
  const article = createArticle({
    headline: '甲河治理协作小组第二次工作会议召开',
    publisher: '某某网',
    publishedOn: '2022-08-18',
    body: [
      '甲河治理协作小组第二次工作会议8月17日以视频连线方式在上海召开。上海市委书记、协作小组组长李甲主持会议。',
      '会上，河南、山东两省签署了《甲河合作备忘录》。',
    ],
  });
  const document = {
    name: 'page.txt',
    url: null,
    sha256: '',
    mediaType: 'text/plain',
    bytes: new Uint8Array(),
    articles: [article],
  };
  expect(createFactSheet(document, [extractClaims(article)])).toEqual({
    document: 'page.txt',
    articles: [
      {
        title: '甲河治理协作小组第二次工作会议召开',
        publishedOn: '2022-08-18',
        outlet: '某某网',
        meetings: [
          {
            id: 'm1',
            name: '甲河治理协作小组第二次工作会议',
            startsOn: '2022-08-17',
            places: ['上海市'],
            format: 'video',
          },
        ],
        people: [
          {
            name: '李甲',
            positions: ['上海市委书记', '甲河治理协作小组组长'],
            participations: [{ meeting: 'm1', roles: ['chair'] }],
          },
        ],
        organisations: ['甲河治理协作小组', '上海市委'],
        indicators: [],
        agreements: [
          {
            title: '甲河合作备忘录',
            kind: 'memorandum',
            signedOn: '2022-08-17',
            meeting: 'm1',
            signatories: ['河南省', '山东省'],
          },
        ],
      },
    ],
  });
});
