import { XiezuoError } from '../../base/errors.ts';
import { builder } from '../builder/builder.ts';
import { UNSERVED } from '../context/unserved.ts';
import { type Computed, entries, entry } from '../fields/computed.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';

/** What is wrong with a change that was asked for: data, not an error. */
export const UserError = builder.objectRef<JsonObject>('UserError').implement({
  description: 'What is wrong with a change that was asked for.',
  fields: (t) => ({
    code: t.string({ nullable: false, description: 'Stable; the README lists them.', ...entry('code') }),
    message: t.string({ nullable: false, description: 'What is wrong and what to do.', ...entry('message') }),
    path: t.stringList({
      nullable: false,
      description: 'Where in `input` it is: field names and places in lists.',
      ...entry('path'),
    }),
  }),
});

/** Options of the field `userErrors` of a payload. */
export const userErrorsField = {
  type: [UserError] as [typeof UserError],
  nullable: false as const,
  description: 'Why nothing was changed; empty where all went well.',
  ...entries('userErrors', 'UserError'),
};

/** Whether an error is about the request as a whole, and not about its input. */
const isAboutRequest = ({ code }: XiezuoError) =>
  ['MUTATIONS_DISABLED', 'API_KEY_WRONG'].includes(code) || UNSERVED.has(code);

/** Runs a change; what is wrong with its input becomes data. */
export async function withUserErrors(change: () => Promise<Computed>): Promise<Computed> {
  try {
    return { userErrors: [], ...(await change()) };
  } catch (error) {
    if (!(error instanceof XiezuoError) || isAboutRequest(error)) throw error;
    const path = String(error.context.path ?? '');
    const { code, message } = error;
    return { userErrors: [{ code, message, path: path === '' ? [] : path.split('.') }] };
  }
}
