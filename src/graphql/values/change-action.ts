import { builder } from '../builder/builder.ts';

/** What became of something. */
export const ChangeAction = builder.enumType('ChangeAction', {
  description: 'What became of something.',
  values: {
    MADE: {
      description:
        'It is in the graph: for the first time, or again, as a merge that had taken it away ended.',
    },
    CHANGED: {
      description:
        'Its own values changed, or a part of it: places and sessions of a meeting, the posts of a participation, what an article states.',
    },
    MERGED: { description: 'It is no longer one of its own, but a part of another: `into`.' },
    TAKEN_BACK: { description: 'It is in the graph no more.' },
  },
});
