/** Takes one line for people: what is being done, or what went wrong and what to do. */
export type Report = (line: string) => void;

/** Tells standard error: what a command is asked for goes to standard output. */
export const reportToStderr: Report = (line) => console.error(`xiezuo: ${line}`);
