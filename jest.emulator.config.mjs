import base from './jest.config.mjs';

/** The leg that needs an emulator of AWS: `npm run test:localstack`. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/emulator/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
