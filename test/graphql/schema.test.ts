import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { printSchema } from '../../src/graphql/print-schema.ts';
import { planOf } from '../../src/graphql/read-plan/field-plan.ts';
import { schema } from '../../src/graphql/schema.ts';

const FILE = new URL('../../src/graphql/schema.graphql', import.meta.url);
const OUTLINE = new URL('../../../shared/schema-outline.graphql', import.meta.url);

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

test('the committed schema.graphql is the printed schema (UPDATE=1 rewrites it)', () => {
  if (process.env.UPDATE === '1') {
    if (process.env.CI) throw new Error('UPDATE=1 is for developers, not for CI');
    writeFileSync(FILE, printSchema());
  }
  expect(readFileSync(FILE, 'utf8')).toBe(printSchema());
});

function undescribed(type: GraphQLNamedType): string[] {
  const lacking: string[] = type.description ? [] : [type.name];
  const check = (name: string, described: { description?: string | null | undefined }) => {
    if (!described.description) lacking.push(`${type.name}.${name}`);
  };
  if (isEnumType(type)) for (const value of type.getValues()) check(value.name, value);
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) check(field.name, field);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      check(field.name, field);
      for (const arg of field.args) check(`${field.name}(${arg.name})`, arg);
    }
  }
  return lacking;
}

test('every type, field, argument and enum value is described', () => {
  expect(types.flatMap(undescribed)).toEqual([]);
});

/** Types whose objects the plan of a field above them reads whole. */
const PARTS = /Connection$|^(Facet|FacetValue|Group|Highlight|Keyword|PageInfo|Range|Suggestion)$/;

test('every field of an object that stands for rows has a plan', () => {
  const planless = types
    .filter(isObjectType)
    .filter(({ name }) => !PARTS.test(name))
    .flatMap((type) =>
      Object.values(type.getFields())
        // What the app itself computes has a cost and no plan.
        .filter((field) => !planOf(field as GraphQLField<unknown, unknown>) && !field.extensions.cost)
        .map((field) => `${type.name}.${field.name}`),
    );
  expect(planless).toEqual([]);
});

test('every field of a filter has a condition, or combines filters', () => {
  const conditionless = types
    .filter(isInputObjectType)
    .filter(({ name }) => name.endsWith('Filter') && !['SearchFilter', 'StringFilter'].includes(name))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !field.extensions.condition && !['and', 'or', 'not'].includes(field.name))
        .map((field) => `${type.name}.${field.name}`),
    );
  expect(conditionless).toEqual([]);
});

const withOutline = existsSync(OUTLINE) ? test : test.skip;
withOutline(
  'the outline of the public contract is a part of the schema (skipped where ../shared is absent)',
  () => {
    const text = readFileSync(OUTLINE, 'utf8').replace(/#.*$/gm, '');
    const missing: string[] = [];
    for (const [, name = '', body = ''] of text.matchAll(/\btype (\w+)[^{]*\{([^}]*)\}/g)) {
      if (name === 'Mutation') continue;
      const type = schema.getType(name);
      const fields = isObjectType(type) ? type.getFields() : {};
      const plain = body.replace(/\([^)]*\)/g, '');
      for (const [, field = '', returned = ''] of plain.matchAll(/(\w+):\s*([\w[\]!]+)/g)) {
        if (String(fields[field]?.type) !== returned)
          missing.push(`${name}.${field}: ${returned} (${fields[field]?.type})`);
      }
    }
    expect(missing).toEqual([]);
  },
);
