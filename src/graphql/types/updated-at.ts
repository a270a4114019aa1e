import { builder } from '../builder/builder.ts';
import { FOLLOWED_ENTITIES } from '../builder/entities.ts';
import { updatedAt } from '../read-plan/entity.ts';
import { expression } from '../read-plan/relation.ts';
import { instantText } from '../read-plan/sql.ts';

for (const { ref } of FOLLOWED_ENTITIES)
  builder.objectField(ref, 'updatedAt', (t) =>
    t.field({
      type: 'DateTime',
      nullable: false,
      description:
        'When it, or a part of it, was made or last changed. All that one transaction changed has one instant, later than that of any transaction before it.',
      ...expression((row) => instantText(updatedAt(row))),
    }),
  );
