import { createMention } from '../bodies/organisation-mention.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { BODY_END, ofArea, ofOrganisation, type Post } from './post.ts';
import type { PostToken } from './post-tokens.ts';

/** 外贸 + 部长 behind a state is an office of its 外贸部; other words before a role behind a state name a body. */
export function ofForeignRun(token: PostToken, area: AreaRecord, run: string): Post {
  const minister = /^(副?)部长$/.exec(token.role);
  const span = { start: token.start, end: token.roleStart };
  if (minister || /^(?:大臣|国务大臣)$/.test(token.role)) {
    const name = `${area.name}${run}部`;
    const organisation = minister ? createMention(span, name, 'GOVERNMENT', { area }) : null;
    return ofArea(token, area, run + token.role, organisation);
  }
  if (!BODY_END.test(run)) return ofArea(token, area, run + token.role);
  return ofOrganisation(token, createMention(span, area.name + run, 'GOVERNMENT', { area }));
}

/** 外交部长 of a state names its 外交部. */
export function ofState(token: PostToken, area: AreaRecord): Post {
  const ministry = /^(.+部)长$/.exec(token.role)?.[1];
  const organisation = ministry
    ? createMention({ start: token.start, end: token.end }, area.name + ministry, 'GOVERNMENT', { area })
    : null;
  return ofArea(token, area, token.role, organisation);
}

/** Official names of states end so: 乌拉圭东岸共和国. */
export const STATE_NAME = /(?:共和国|王国|联邦|公国|酋长国|合众国|联合国|苏丹国)$/;
