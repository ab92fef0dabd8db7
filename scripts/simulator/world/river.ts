import { objectId } from './ids.ts';

/** A river of the local environment. Ids have 24 hexadecimal digits. */
export type River = {
  readonly key: string;
  /** The id in paths; responses call it `cross_id` or `river_cross_id`. */
  readonly crossId: string;
  /** Another id that the activities return. */
  readonly riverId: string;
  readonly name: string;
  readonly type: 'src_to_trgt' | 'actions' | 'logic';
  readonly datasource: string;
  readonly pricing: string;
  readonly groupId: string;
  readonly scheduled: boolean;
  /** Deleted rivers stay in the activities, but other operations return 404 for them. */
  readonly deleted: boolean;
  /** A start of the river creates a run for each table. */
  readonly tables: readonly Table[];
};

export type Table = {
  readonly source: string;
  readonly target: string | null;
  readonly subRiver: SubRiver | null;
};
type SubRiver = { readonly id: string; readonly name: string };

/** The key of the river in the local variables. It has many tables, sub rivers and all statuses. */
export const mainRiver = 'orders';

/** The id of a river in paths. */
export function crossId(region: string, key: string): string {
  return objectId(region, 'river', key);
}

/** The rivers of a region. All regions have the same rivers, with different ids and names. */
export function seedRivers(region: string): readonly River[] {
  return plans.map(({ key, name, group, tables, ...rest }) => ({
    ...rest,
    key,
    crossId: crossId(region, key),
    riverId: objectId(region, 'record', key),
    name: `${name} (${region})`,
    groupId: objectId(region, 'group', group),
    tables: tables.map(({ source, target, subRiver }) => ({
      source,
      target,
      subRiver: subRiver === null ? null : { id: objectId(region, 'sub', key, subRiver), name: subRiver },
    })),
  }));
}

type Plan = Omit<River, 'crossId' | 'riverId' | 'groupId' | 'tables'> & {
  readonly group: string;
  readonly tables: readonly {
    readonly source: string;
    readonly target: string | null;
    readonly subRiver: string | null;
  }[];
};

const relational = { type: 'src_to_trgt', pricing: 'rdbms', deleted: false } as const;

const plans: readonly Plan[] = [
  {
    ...relational,
    key: mainRiver,
    name: 'Web orders to warehouse',
    datasource: 'mysql',
    group: 'sales',
    scheduled: true,
    tables: [
      { source: 'orders', target: 'analytics.public.orders', subRiver: 'Orders' },
      { source: 'customers', target: 'analytics.public.customers', subRiver: 'Customers' },
      { source: 'payments', target: 'analytics.public.payments', subRiver: 'Payments' },
    ],
  },
  {
    ...relational,
    key: 'tickets',
    name: 'Support tickets to warehouse',
    datasource: 'postgres',
    group: 'service',
    scheduled: true,
    tables: [
      { source: 'tickets', target: 'service.public.tickets', subRiver: 'Tickets' },
      { source: 'agents', target: 'service.public.agents', subRiver: 'Agents' },
    ],
  },
  {
    ...relational,
    key: 'invoices',
    name: 'Invoices to lake',
    datasource: 'salesforce',
    pricing: 'applications',
    group: 'sales',
    scheduled: false,
    tables: [{ source: 'invoices', target: 'lake.billing.invoices', subRiver: null }],
  },
  {
    key: 'finance',
    name: 'Nightly finance orders',
    type: 'logic',
    datasource: 'logic',
    pricing: 'logic',
    group: 'finance',
    scheduled: true,
    deleted: false,
    tables: [{ source: 'logic', target: null, subRiver: null }],
  },
  {
    key: 'notify',
    name: 'Notify the sales team',
    type: 'actions',
    datasource: 'actions',
    pricing: 'logic',
    group: 'service',
    scheduled: false,
    deleted: false,
    tables: [{ source: 'actions', target: null, subRiver: null }],
  },
  {
    ...relational,
    key: 'export',
    name: 'Old orders export',
    datasource: 'mysql',
    group: 'sales',
    scheduled: false,
    deleted: true,
    tables: [{ source: 'orders', target: 'archive.public.orders', subRiver: null }],
  },
];
