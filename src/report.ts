/** Takes one line for people: what is being done, or what went wrong and what to do. */
export type Report = (line: string) => void;
