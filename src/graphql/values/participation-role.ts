import { builder } from '../builder/builder.ts';

/** What a participant did at a meeting. */
export const ParticipationRole = builder.enumType('ParticipationRole', {
  description: 'What a participant did at a meeting.',
  values: {
    CHAIR: { description: 'Chaired it: 主持.' },
    SPEAKER: { description: 'Spoke: 讲话, 致辞, 汇报.' },
    ATTENDEE: { description: 'Took part and neither chaired nor spoke: 出席, 参加.' },
  },
});
