import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { type ListLimit, LONG_LIST, SHORT_LIST, TINY_LIST } from '../arguments/list-limit.ts';
import { Area, MeetingSeries, MeetingSession } from '../builder/entities.ts';
import { readByKey } from '../read-plan/field-plan.ts';
import { schema } from '../schema.ts';

/** What an object is called, for those who read. */
const NAMES = ['name', 'title'];
/** Lists that are shown within what they are a part of: nothing else exports them. */
const PARTS: ReadonlyMap<string, ListLimit> = new Map([
  [Area.name, SHORT_LIST],
  ['Contradiction', TINY_LIST],
  ['ContradictingStatement', TINY_LIST],
  ['LeftOutStatement', LONG_LIST],
  [MeetingSession.name, SHORT_LIST],
  ['Warning', LONG_LIST],
]);

/** Fields that say what other fields say, or other kinds from the other side. */
const LEFT_OUT: ReadonlySet<string> = new Set(['displayName', 'excerpt', `${MeetingSeries.name}.sessions`]);

/** By what objects of a type are told apart; null where nothing tells them. */
function keyOf(type: GraphQLObjectType): string | null {
  if (type.name === Area.name) return 'code';
  return 'id' in type.getFields() ? 'id' : null;
}

/** A field of an export: a value, or the parts of an object that it holds. */
export interface ExportField {
  readonly name: string;
  /** What of an object is shown; null for a value. */
  readonly parts: readonly ExportField[] | null;
  /** Whether it holds a list. */
  readonly isList: boolean;
}

/**
 * The fields of a type that an export shows: its values; of objects that it refers to, by what they are told and called; and lists of parts
 * that have no id of their own. What the app computes, and what other exports have, is left out.
 */
export function exportFields(type: GraphQLObjectType): ExportField[] {
  return Object.values(type.getFields()).flatMap((field) =>
    LEFT_OUT.has(field.name) || LEFT_OUT.has(`${type.name}.${field.name}`) ? [] : exportField(field),
  );
}

function exportField(field: GraphQLField<unknown, unknown>): ExportField[] {
  const { name, type } = field;
  const isList = isListType(getNullableType(type));
  const of = getNamedType(type);
  if (field.resolve !== readByKey || of.name.endsWith('Connection')) return [];
  if (isLeafType(of)) return [{ name, parts: null, isList }];
  const parts = references(of);
  if (!isList) return parts.length === 0 ? [] : [{ name, parts, isList }];
  if (!isObjectType(of) || !PARTS.has(of.name)) return [];
  return [{ name, parts: keyOf(of) === null ? exportFields(of) : parts, isList }];
}

/** How objects of a type are referred to; none where nothing tells them apart. */
function references(type: GraphQLNamedType): ExportField[] {
  const value = (name: string): ExportField => ({ name, parts: null, isList: false });
  if (isAbstractType(type)) return ['__typename', 'id', 'code'].map(value);
  const key = isObjectType(type) ? keyOf(type) : null;
  if (!isObjectType(type) || key === null) return [];
  return [key, ...NAMES.filter((name) => name in type.getFields())].map(value);
}

/** The selection of fields as GraphQL has it. */
export function printSelection(typeName: string, fields: readonly ExportField[]): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`Not an object type: ${typeName}`);
  return `{ ${fields.map((field) => printField(type, field)).join(' ')} }`;
}

function printField(type: GraphQLObjectType, { name, parts }: ExportField): string {
  const field = type.getFields()[name];
  if (!field || parts === null) return name;
  const of = getNamedType(field.type);
  const most = PARTS.get(of.name)?.most;
  const args = most && field.args.some((arg) => arg.name === 'first') ? `(first: ${most})` : '';
  if (isObjectType(of)) return `${name}${args} ${printSelection(of.name, parts)}`;
  const members = isAbstractType(of) ? schema.getPossibleTypes(of) : [];
  const asked = members.map((member) => {
    const own = parts.filter((part) => part.name in member.getFields()).map((part) => part.name);
    return `... on ${member.name} { ${own.join(' ')} }`;
  });
  return `${name}${args} { __typename ${asked.join(' ')} }`;
}
