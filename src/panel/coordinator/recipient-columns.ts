import type { Column } from './data-table';
import { coordinatorMessages as messages } from './messages';

/** Whom a row is about. */
interface OfRecipient {
  readonly organisation: string;
  readonly region: string | null;
}

/** Organisation and, where any row has one, region. */
export function recipientColumns<Row extends OfRecipient>(rows: readonly Row[]): Column<Row>[] {
  const organisation: Column<Row> = {
    id: 'organisation',
    label: messages.colOrganisation,
    width: 6,
    cell: (row) => row.organisation,
    sort: (row) => row.organisation,
  };
  const region: Column<Row> = {
    id: 'region',
    label: messages.colRegion,
    width: 4,
    cell: (row) => row.region ?? '',
    sort: (row) => row.region ?? '',
  };
  return rows.some((row) => row.region !== null) ? [organisation, region] : [organisation];
}

/** How many figures the row asks for. */
export function figuresColumn<Row extends { readonly figures: number }>(): Column<Row> {
  return {
    id: 'figures',
    label: messages.colFigures,
    width: 3,
    isNumber: true,
    cell: ({ figures }) => figures,
    sort: ({ figures }) => figures,
  };
}
