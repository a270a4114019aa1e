/** A post of a person, as a key. */
export const postKey = (person: string, title: string) => `${person} ${title}`;
