/** Bundles the sources, where one of them is newer than the bundle, for the threads and commands of the tests. */
export { bundleStaleSources as default } from '../../scripts/bundle-sources.mjs';
