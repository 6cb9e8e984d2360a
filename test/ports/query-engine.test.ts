import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { queryEngineSuite } from './query-engine.suite.ts';

queryEngineSuite('DuckDB', () => openDuckDB({ path: ':memory:', object_path: key => key }));
