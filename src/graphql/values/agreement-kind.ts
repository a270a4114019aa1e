import { builder } from '../builder/builder.ts';

/** The kind of an instrument. */
export const AgreementKind = builder.enumType('AgreementKind', {
  description: 'The kind of an instrument.',
  values: {
    MEMORANDUM: { description: 'A memorandum: 备忘录.' },
    AGREEMENT: { description: 'An agreement: 协议.' },
    DECLARATION: { description: 'A declaration or joint statement: 宣言, 联合声明.' },
    OTHER: { description: 'Another instrument.' },
  },
});
