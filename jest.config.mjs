export default {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/emulator/', '<rootDir>/test/engines/'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  testTimeout: 60_000,
  coverageProvider: 'v8',
};
