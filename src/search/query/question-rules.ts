import { readFileSync } from 'node:fs';
import { ENTITY_TYPES, type EntityType } from '../entities/entity-type.ts';

/** Words of questions, with the kind of entity that they ask for or speak of; none for null. */
type WordKinds = ReadonlyMap<string, EntityType | null>;

const RULES = ['ask', 'which', 'noun', 'said', 'role', 'drop'] as const;

/** The words of questions.txt by its rules. */
export type QuestionRules = Readonly<Record<(typeof RULES)[number], WordKinds>>;

let rules: QuestionRules | null = null;

const isType = (word: string | undefined): word is EntityType =>
  (ENTITY_TYPES as readonly (string | undefined)[]).includes(word);

function readRules(): QuestionRules {
  const lines = readFileSync(new URL('questions.txt', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== '' && !first?.startsWith('#'));
  const wordsOf = (rule: string): WordKinds =>
    new Map(
      lines
        .filter(([name]) => name === rule)
        .flatMap(([, first, ...words]): [string, EntityType | null][] =>
          isType(first)
            ? words.map((word) => [word, first])
            : [first ?? '', ...words].map((word) => [word, null]),
        ),
    );
  return Object.fromEntries(RULES.map((rule) => [rule, wordsOf(rule)])) as unknown as QuestionRules;
}

/** The rules of questions.txt, read once. */
export function questionRules(): QuestionRules {
  rules ??= readRules();
  return rules;
}
