import { GetDatabaseCommand, GetTableCommand, GlueClient } from '@aws-sdk/client-glue';
import type { EmulatorSettings } from '../emulator.ts';
import type { Probe } from './probe.ts';

const ACCOUNT = '000000000000';
const type = 'AWS::Glue::Table';
const beside = {
  Of: {
    Type: 'AWS::Glue::Database',
    Properties: { CatalogId: ACCOUNT, DatabaseInput: { Name: 'probe_of_table' } },
  },
};

/** A database of the catalogue. */
export const glueDatabase: Probe = {
  type: 'AWS::Glue::Database',
  properties: {
    CatalogId: { set: ACCOUNT, told: ACCOUNT },
    DatabaseInput: {
      set: { Name: 'probe_of_database', Description: 'A probe', LocationUri: 's3://probe/' },
      told: { Name: 'probe_of_database', Description: 'A probe', LocationUri: 's3://probe/' },
    },
  },
  ask: async (settings, Name) => {
    const { Database } = await new GlueClient(settings).send(new GetDatabaseCommand({ Name }));
    return {
      CatalogId: Database?.CatalogId,
      DatabaseInput: { Name: Database?.Name, Description: Database?.Description, LocationUri: Database?.LocationUri },
    };
  },
};

/** A table of Parquet files. */
export const glueTable: Probe = {
  type,
  properties: {
    CatalogId: { set: ACCOUNT, told: ACCOUNT },
    DatabaseName: { set: { Ref: 'Of' }, told: 'probe_of_table' },
    TableInput: {
      set: {
        Name: 'probe',
        Parameters: { classification: 'parquet' },
        PartitionKeys: [{ Name: 'arrival', Type: 'string' }],
        StorageDescriptor: { Columns: [{ Name: 'event_id', Type: 'string' }], Location: 's3://probe/' },
      },
      told: { classification: 'parquet', keys: ['arrival'], columns: ['event_id'], location: 's3://probe/' },
    },
  },
  beside,
  ask: async (settings, id) => {
    const table = await tableOf(settings, id);
    return {
      CatalogId: table?.CatalogId,
      DatabaseName: table?.DatabaseName,
      TableInput: {
        classification: table?.Parameters?.classification,
        keys: table?.PartitionKeys?.map(({ Name }) => Name),
        columns: table?.StorageDescriptor?.Columns?.map(({ Name }) => Name),
        location: table?.StorageDescriptor?.Location,
      },
    };
  },
};

const SCHEMA = { Fields: [{ Id: 1, Name: 'event_id', Type: 'string', Required: true }] };

/** An Iceberg table, which has no `TableInput`. */
export const icebergTable: Probe = {
  type,
  properties: {
    CatalogId: { set: ACCOUNT, told: ACCOUNT },
    DatabaseName: { set: { Ref: 'Of' }, told: 'probe_of_table' },
    Name: { set: 'iceberg', told: 'iceberg' },
    OpenTableFormatInput: {
      set: {
        IcebergInput: {
          MetadataOperation: 'CREATE',
          Version: '2',
          IcebergTableInput: { Location: 's3://probe/', Schema: SCHEMA },
        },
      },
      told: { table_type: 'ICEBERG', columns: ['event_id'] },
      without: { table_type: undefined, columns: [] },
    },
  },
  beside,
  ask: async (settings, id) => {
    const table = await tableOf(settings, id);
    return {
      CatalogId: table?.CatalogId,
      DatabaseName: table?.DatabaseName,
      Name: table?.Name,
      OpenTableFormatInput: {
        table_type: table?.Parameters?.table_type,
        columns: (table?.StorageDescriptor?.Columns ?? []).map(({ Name }) => Name),
      },
    };
  },
};

async function tableOf(settings: EmulatorSettings, Name: string) {
  const { Table } = await new GlueClient(settings).send(new GetTableCommand({ DatabaseName: 'probe_of_table', Name }));
  return Table;
}
