import { builder } from '../builder/builder.ts';

/** How the participants of a meeting met. */
export const MeetingFormat = builder.enumType('MeetingFormat', {
  description: 'How the participants of a meeting met.',
  values: {
    IN_PERSON: { description: 'In one place.' },
    VIDEO: { description: 'By video: 视频会议.' },
    HYBRID: { description: 'Some in one place, others by video.' },
  },
});
