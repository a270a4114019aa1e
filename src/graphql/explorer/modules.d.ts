// What the bundler makes of files that are no modules.
declare module '*.graphql' {
  const text: string;
  export default text;
}
declare module '*.css';
