import base from './jest.config.mjs';

/** The leg that needs engines as servers of their own, fetched once into `.cache`: `npm run test:engines`. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/engines/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
