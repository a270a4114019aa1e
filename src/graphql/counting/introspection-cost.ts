import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import type { OperationInfo, SelectedField } from '../read-plan/selection.ts';

/** Points of an object or a value that introspection answers: all of it is work of the one thread that serves everybody. */
const POINT = 5;

/**
 * The points of a field of introspection, `__schema` or `__type`: those of what it would answer, counted on the schema
 * itself. The count ends where it is more than `limit`.
 */
export function countIntrospection(info: OperationInfo, root: SelectedField, limit: number): number {
  let points = 0;
  const visit = (field: SelectedField, source: unknown): void => {
    points += POINT;
    if (points > limit) return;
    const resolve = field.definition.resolve;
    const value = resolve?.(source, field.args, null, info as GraphQLResolveInfo);
    for (const object of Array.isArray(value) ? value : [value]) visitObject(field, object);
  };
  const visitObject = (field: SelectedField, object: unknown): void => {
    const type = getNamedType(field.definition.type);
    if (object === null || object === undefined || !isObjectType(type)) return;
    points += POINT + field.selection.typenamesOn(type.name);
    for (const below of field.selection.on(type.name)) {
      if (points > limit) return;
      visit(below, object);
    }
  };
  visit(root, null);
  return points;
}
