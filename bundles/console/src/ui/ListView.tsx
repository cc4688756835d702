import { Button, Card, Center, Checkbox, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ListView.module.css';
import { Empty, Failed, Loading } from './States';

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  width?: number | string;
  /** Shown in full width as the card's heading. */
  heading?: boolean;
  /** Its part of the table in percent: the text is cut with an ellipsis where that is too little, and shown on hovering. */
  share?: number;
  /** Only where there is much room. */
  roomy?: boolean;
  /** On a card too, though in a table only where there is much room. */
  carded?: boolean;
  /** Left out on cards. */
  minor?: boolean;
  /** Whether the list can be sorted by it; its key is the server's name of the order. */
  sortable?: boolean;
}

/** The order of a list: a column's key, with a minus for downwards. */
export interface Sort {
  by: string;
  change: (by: string) => void;
}

/** The rows chosen for what is done to many at once. */
export interface Selection<T> {
  rows: T[];
  change: (rows: T[]) => void;
  /** What a row's checkbox is called. */
  label: (row: T) => string;
}

/** What a list needs of an infinite query. */
export interface Paged<T> {
  rows: T[];
  total?: number;
  loading: boolean;
  error: unknown;
  retry: () => void;
  more?: (() => void) | undefined;
  loadingMore?: boolean;
}

interface ListViewProps<T> {
  list: Paged<T>;
  columns: Column<T>[];
  id: (row: T) => string;
  label: string;
  /** What opens a row, also from the keyboard; its name is for screen readers. */
  open?: (row: T) => void;
  /** Where a row leads, so that it can be opened in a tab of its own too. */
  href?: (row: T) => string;
  filters?: ReactNode;
  filtered?: boolean;
  sort?: Sort;
  selection?: Selection<T>;
  empty: { title: string; text: string; action?: ReactNode };
}

/** A table where there is room, cards where there is none; with its empty, loading and failed states. */
export function ListView<T extends object>(props: ListViewProps<T>) {
  const { list, filters, filtered, empty } = props;
  const { t } = useTranslation('ui');
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const bare = !list.loading && !list.error && list.rows.length === 0;
  return (
    <Stack gap="md">
      {filters && !(bare && !filtered) ? <Group gap="sm">{filters}</Group> : null}
      {list.error ? (
        <Failed error={list.error} retry={list.retry} />
      ) : list.loading ? (
        <Loading />
      ) : bare && filtered ? (
        <Center py={56}>
          <Text c="dimmed">{t('list.nothing')}</Text>
        </Center>
      ) : bare ? (
        <Empty {...empty} />
      ) : narrow ? (
        <Cards {...props} />
      ) : (
        <Table {...props} />
      )}
      {list.rows.length > 0 && !list.error ? <Foot list={list} /> : null}
    </Stack>
  );
}

function Foot<T>({ list }: { list: Paged<T> }) {
  const { t } = useTranslation('ui');
  const count = list.total ?? list.rows.length;
  return (
    <Group justify="space-between">
      <Text c="dimmed" size="xs" className="tabular">
        {list.more && list.total === undefined ? t('list.shown', { count: list.rows.length }) : t('list.count', { count })}
      </Text>
      {list.more ? (
        <Button variant="default" size="xs" onClick={list.more} loading={list.loadingMore ?? false}>
          {t('list.more')}
        </Button>
      ) : null}
    </Group>
  );
}

function Table<T extends object>({ list, columns, id, open, href, label, sort, selection }: ListViewProps<T>) {
  const { t } = useTranslation('ui');
  const room = useMediaQuery('(min-width: 80em)', undefined, { getInitialValueInEffect: false });
  const shown: DataTableColumn<T>[] = columns.filter((column) => room || !column.roomy).map((column) => ({
    accessor: column.key,
    title: column.title,
    sortable: Boolean(sort && column.sortable),
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.share === undefined
      ? {}
      : {
          cellsClassName: classes.cut!,
          // A cell of no width of its own takes its part and no more, however long its text is.
          cellsStyle: () => ({ width: `${column.share}%`, maxWidth: 0, minWidth: 96 }),
        }),
    render: (row) =>
      column.heading && open ? (
        <Opener className={classes.opener} cut={column.share !== undefined} href={href?.(row)} open={() => open(row)}>
          {column.render(row)}
        </Opener>
      ) : (
        <Shown cut={column.share !== undefined}>{column.render(row)}</Shown>
      ),
  }));
  // The table's own type asks for one of two kinds of border when props are spread into it.
  const more: object = {
    ...(open ? { onRowClick: ({ record }: { record: T }) => open(record) } : {}),
    ...(sort
      ? {
          sortStatus: {
            columnAccessor: sort.by.replace(/^-/, ''),
            direction: sort.by.startsWith('-') ? ('desc' as const) : ('asc' as const),
          },
          onSortStatusChange: ({ columnAccessor, direction }: { columnAccessor: PropertyKey; direction: 'asc' | 'desc' }) =>
            sort.change(`${direction === 'desc' ? '-' : ''}${String(columnAccessor)}`),
        }
      : {}),
    ...(selection
      ? {
          selectedRecords: selection.rows,
          onSelectedRecordsChange: selection.change,
          allRecordsSelectionCheckboxProps: { 'aria-label': t('list.selectAll') },
          getRecordSelectionCheckboxProps: (row: T) => ({ 'aria-label': selection.label(row) }),
        }
      : {}),
  };
  return (
    <section className={classes.table} aria-label={label}>
      <DataTable<T>
        records={list.rows}
        columns={shown}
        idAccessor={(row) => id(row)}
        highlightOnHover={open !== undefined}
        {...more}
        verticalSpacing="sm"
        horizontalSpacing="md"
        withRowBorders
        emptyState={<span />}
        minHeight={0}
      />
    </section>
  );
}

interface OpenerProps {
  className: string | undefined;
  cut?: boolean;
  href: string | undefined;
  open: () => void;
  children: ReactNode;
}

/** Opens a row: a link where the row has an address, which the browser may open elsewhere. */
function Opener({ className, cut, href, open, children }: OpenerProps) {
  const look = { className: className ?? '', 'data-cut': cut ? true : undefined };
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    if (href && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      return;
    }
    event.preventDefault();
    open();
  };
  return href ? (
    <UnstyledButton component="a" href={href} {...look} onClick={press}>
      {children}
    </UnstyledButton>
  ) : (
    <UnstyledButton {...look} onClick={press}>
      {children}
    </UnstyledButton>
  );
}

/** A text that is cut is whole on hovering. */
function Shown({ cut, children }: { cut: boolean; children: ReactNode }) {
  return cut && typeof children === 'string' ? <span title={children}>{children}</span> : <>{children}</>;
}

/** Chooses a card, as a check box does a row. */
function CardChoice<T>({ row, id, selection }: { row: T; id: (row: T) => string; selection: Selection<T> }) {
  const others = selection.rows.filter((one) => id(one) !== id(row));
  const chosen = others.length < selection.rows.length;
  return <Checkbox mb="xs" aria-label={selection.label(row)} checked={chosen} onChange={() => selection.change(chosen ? others : [...others, row])} />;
}

function Cards<T extends object>({ list, columns, id, open, href, label, selection }: ListViewProps<T>) {
  const heading = columns.find((column) => column.heading);
  const rest = columns.filter((column) => column !== heading && !column.minor && (!column.roomy || column.carded));
  return (
    <ul className={classes.cards} aria-label={label}>
      {list.rows.map((row) => (
        <li key={id(row)}>
          <Card withBorder padding="md" className={classes.card}>
            {selection ? <CardChoice row={row} id={id} selection={selection} /> : null}
            {heading ? (
              open ? (
                <Opener className={classes.cardOpener} href={href?.(row)} open={() => open(row)}>
                  {heading.render(row)}
                </Opener>
              ) : (
                <div className={classes.cardHeading}>{heading.render(row)}</div>
              )
            ) : null}
            <dl className={classes.facts}>
              {rest
                .map((column) => ({ ...column, shown: column.render(row) }))
                .filter((column) => column.shown !== null)
                .map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{column.shown}</dd>
                  </div>
                ))}
            </dl>
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** The search text of a list; the address holds it, so that a list can be sent to somebody. */
export function SearchField({ value, onChange, label }: { value: string; onChange: (text: string) => void; label: string }) {
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(onChange, 250);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={100}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      className={classes.search}
    />
  );
}
