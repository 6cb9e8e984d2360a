import common from './jest.config.mjs';

/** Tests against engines that are servers of their own: fetched once, minutes long, not part of `npm test`. */
export default {
  ...common,
  testMatch: ['<rootDir>/test/engines/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 300_000,
};
