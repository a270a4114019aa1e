/** Arguments of a field, coerced and with their defaults; what is absent was not given. */
export type Arguments = Readonly<Record<string, unknown>>;
