import { builder } from '../builder/builder.ts';

/** What kind of body an organisation is. */
export const OrganisationClass = builder.enumType('OrganisationClass', {
  description: 'What kind of body an organisation is.',
  values: {
    PARTY: { description: 'A party organ: 上海市委.' },
    GOVERNMENT: { description: 'A government: 浙江省人民政府.' },
    DEPARTMENT: { description: 'A ministry or a department of a government: 生态环境部.' },
    COORDINATION: { description: 'A body that coordinates others: 协作小组, 联席会议.' },
    COMPANY: { description: 'A company.' },
    ASSOCIATION: { description: 'An association, institute or other body of society.' },
    MEDIA: { description: 'A medium: a newspaper, an agency, a broadcaster.' },
    OTHER: { description: 'None of these.' },
  },
});
