/** Tables that migrations make in plain SQL and Prisma does not manage: the search index. */
export const unmanagedTables = ['public.search_entry', 'public.search_term'];
