import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useState, type ReactNode } from 'react';
import { fill, type Language, type Text } from '../../core/plan/text';
import { coordinatorMessages as messages } from './messages';

export interface Column<Row> {
  readonly id: string;
  readonly label: Text;
  readonly cell: (row: Row) => ReactNode;
  /** Sorts by this; not sortable where absent. */
  readonly sort?: (row: Row) => string | number;
  readonly isNumber?: boolean;
  /** Share of the width, the least is 1. */
  readonly width?: number;
}

export interface DataTableProps<Row> {
  readonly label: Text;
  readonly language: Language;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What opens below a row; the first column's cell becomes a button then. */
  readonly detail?: (row: Row) => ReactNode;
  /** What the button of a row that opens says. */
  readonly rowName?: (row: Row) => string;
  readonly empty: ReactNode;
}

/** So many rows are shown at once that a page never waits for them. */
const PAGE = 30;

/** A table of any length: sorted by its headers, shown page by page, a list of cards where it is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, language, columns, rows, rowKey, detail, rowName, empty } = props;
  const styles = useStyles();
  const [sorting, setSorting] = useState<{ id: string; isDown: boolean } | null>(null);
  const [wanted, setPage] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (rows.length === 0) return <div className={styles.empty}>{empty}</div>;
  const isSortable = columns.some(({ sort }) => sort !== undefined);
  const sorted = sortedRows(rows, columns, sorting);
  const pages = Math.ceil(sorted.length / PAGE);
  const page = Math.min(wanted, pages - 1);
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const sortBy = (id: string) => {
    setSorting(sorting?.id === id ? { id, isDown: !sorting.isDown } : { id, isDown: false });
    setPage(0);
  };
  return (
    <div>
      <table className={styles.table} role="table" aria-label={label[language]}>
        <colgroup>
          {columns.map(({ id, width = 1 }) => (
            <col key={id} style={{ width: `${width}rem` }} />
          ))}
        </colgroup>
        <thead
          className={mergeClasses(styles.head, !isSortable && styles.unsorted)}
          role="rowgroup"
        >
          <tr role="row" className={styles.headRow}>
            {columns.map(({ id, label: name, sort, isNumber }) => (
              <th
                key={id}
                role="columnheader"
                scope="col"
                className={mergeClasses(
                  styles.headCell,
                  isNumber && styles.number,
                  !sort && styles.unsorted,
                )}
                aria-sort={
                  sorting?.id !== id ? undefined : sorting.isDown ? 'descending' : 'ascending'
                }
              >
                {sort ? (
                  <button
                    type="button"
                    className={mergeClasses(styles.sort, isNumber && styles.number)}
                    title={fill(messages.sortBy, { column: name })[language]}
                    onClick={() => {
                      sortBy(id);
                    }}
                  >
                    {name[language]}
                    <span aria-hidden="true" className={styles.arrow}>
                      {sorting?.id !== id ? '' : sorting.isDown ? '↓' : '↑'}
                    </span>
                  </button>
                ) : (
                  name[language]
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={styles.body}>
          {sorted.slice(page * PAGE, (page + 1) * PAGE).map((row) => {
            const key = rowKey(row);
            const isOpen = open.has(key);
            return (
              <Fragment key={key}>
                <tr role="row" className={styles.row}>
                  {columns.map(({ id, label: name, cell, isNumber }, index) => (
                    <td
                      key={id}
                      role="cell"
                      data-label={name[language]}
                      className={mergeClasses(
                        styles.cell,
                        index === 0 && styles.first,
                        isNumber && styles.number,
                      )}
                    >
                      {index === 0 && detail ? (
                        <button
                          type="button"
                          className={styles.opener}
                          aria-expanded={isOpen}
                          title={fill(messages.show, { name: rowName?.(row) ?? key })[language]}
                          onClick={() => {
                            toggle(key);
                          }}
                        >
                          <span
                            aria-hidden="true"
                            className={mergeClasses(styles.chevron, isOpen && styles.turned)}
                          >
                            ›
                          </span>
                          <span>{cell(row)}</span>
                        </button>
                      ) : (
                        cell(row)
                      )}
                    </td>
                  ))}
                </tr>
                {isOpen && detail && (
                  <tr role="row" className={styles.detailRow}>
                    <td role="cell" colSpan={columns.length} className={styles.detail}>
                      {detail(row)}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {pages > 1 && (
        <nav className={styles.pages} aria-label={label[language]}>
          <Button
            size="small"
            disabled={page === 0}
            onClick={() => {
              setPage(page - 1);
            }}
          >
            {messages.previousPage[language]}
          </Button>
          <span aria-live="polite">{fill(messages.page, { page: page + 1, pages })[language]}</span>
          <Button
            size="small"
            disabled={page === pages - 1}
            onClick={() => {
              setPage(page + 1);
            }}
          >
            {messages.nextPage[language]}
          </Button>
        </nav>
      )}
    </div>
  );
}

function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: { readonly id: string; readonly isDown: boolean } | null,
): readonly Row[] {
  const by = columns.find(({ id }) => id === sorting?.id)?.sort;
  if (!by || !sorting) return rows;
  const direction = sorting.isDown ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [one, other] = [by(left), by(right)];
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), 'zh-CN');
    return order * direction;
  });
}

const NARROW = '@media (max-width: 639px)';
const button = {
  appearance: 'none',
  border: 'none',
  background: 'none',
  padding: '0',
  margin: '0',
  font: 'inherit',
  color: 'inherit',
  cursor: 'pointer',
  textAlign: 'inherit',
  ':focus-visible': {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '2px',
    borderRadius: tokens.borderRadiusSmall,
  },
} as const;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase300,
    [NARROW]: { display: 'block' },
  },
  head: { [NARROW]: { display: 'block' } },
  headRow: { [NARROW]: { display: 'flex', flexWrap: 'wrap', columnGap: '12px' } },
  headCell: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: '6px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
    [NARROW]: { display: 'block', padding: '2px 0', borderBottom: 'none' },
  },
  // cards name their own columns; the head is there to sort by
  unsorted: { [NARROW]: { display: 'none' } },
  sort: { ...button, display: 'inline-flex', ':hover': { color: tokens.colorNeutralForeground1 } },
  arrow: { display: 'inline-block', width: '1em', textAlign: 'center' },
  body: { [NARROW]: { display: 'block' } },
  row: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [NARROW]: {
      display: 'block',
      padding: '8px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  cell: {
    padding: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
    [NARROW]: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: '12px',
      borderBottom: 'none',
      padding: '2px 0',
      textAlign: 'right',
      ':empty': { display: 'none' },
      '::before': {
        content: 'attr(data-label)',
        color: tokens.colorNeutralForeground2,
        fontSize: tokens.fontSizeBase200,
        whiteSpace: 'nowrap',
      },
    },
  },
  first: {
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: { textAlign: 'left', '::before': { display: 'none' } },
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  opener: {
    ...button,
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: '6px',
    ':hover': { color: tokens.colorBrandForeground1 },
  },
  chevron: {
    display: 'inline-block',
    color: tokens.colorNeutralForeground3,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFaster,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
  turned: { transform: 'rotate(90deg)' },
  detailRow: { [NARROW]: { display: 'block' } },
  detail: {
    padding: '8px 12px 14px 24px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    [NARROW]: { display: 'block', padding: '8px 10px 12px' },
  },
  pages: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '10px',
    paddingTop: '10px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  empty: { padding: '12px 0', color: tokens.colorNeutralForeground2 },
});
