import { Kbd, Modal, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Figure, figuresOf } from './figures';
import type { Room } from './Room';

export const KEYS = ['m', 'v', 's', 'h', 'c', 'p', 'g', 'pages', '?'] as const;

/** What is written on keys whose name is not on them. */
const CAPS: Partial<Record<(typeof KEYS)[number], string>> = { pages: 'PgUp PgDn' };

/** Which keys do what. */
export function ShortcutsWindow({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Modal opened={opened} onClose={close} title={t('shortcuts')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Table>
        <Table.Tbody>
          {KEYS.map((key) => (
            <Table.Tr key={key}>
              <Table.Td w={90}>
                <Kbd>{CAPS[key] ?? key}</Kbd>
              </Table.Td>
              <Table.Td>{t(`key.${key}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

/** Figures of the connection, for whoever likes to know. */
export function FiguresWindow({ room, opened, close }: { room: Room; opened: boolean; close: () => void }) {
  const { t } = useTranslation('room');
  const [figures, setFigures] = useState<Figure[]>([]);
  useEffect(() => {
    if (!opened) {
      return undefined;
    }
    let before: Map<string, never> | undefined;
    const look = () =>
      void room.stats().then((report) => {
        if (report) {
          const now = new Map(report as unknown as Map<string, never>);
          setFigures(figuresOf(now, before));
          before = now;
        }
      });
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [room, opened]);
  return (
    <Modal opened={opened} onClose={close} title={t('figures')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {figures.length === 0 ? <Text c="dimmed">{t('figures.none')}</Text> : null}
      <Table>
        <Table.Tbody>
          {figures.map((figure, i) => (
            <Table.Tr key={i}>
              <Table.Th scope="row" fw={400} c="dimmed">
                {t(`figure.${figure.name}`)}
              </Table.Th>
              <Table.Td>{figure.value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
