import { builder } from '../builder/builder.ts';

/** The level of a division. */
export const AreaLevel = builder.enumType('AreaLevel', {
  description: 'The level of a division.',
  values: {
    COUNTRY: { description: 'A state.' },
    PROVINCE: { description: 'A province, autonomous region, or municipality under the central government.' },
    CITY: { description: 'A prefecture-level city or its like.' },
    COUNTY: { description: 'A county, district, or county-level city.' },
  },
});
