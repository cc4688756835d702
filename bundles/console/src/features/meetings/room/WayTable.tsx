import { Table, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Examination, Way } from './doctor';

export const WAYS = ['udp', 'turnUdp', 'turnTcp', 'turnTls'] as const;

interface WayTableProps {
  ports: Examination['ports'];
  works: (way: Way) => boolean | undefined;
  /** What else there is to say of a way. */
  says?: (way: Way) => string | undefined;
}

/** Each way to the media servers, where it ends, and whether it works. */
export function WayTable({ ports, works, says }: WayTableProps) {
  const { t } = useTranslation('room');
  return (
    <Table>
      <Table.Tbody>
        {WAYS.map((way) => {
          const found = works(way);
          return (
            <Table.Tr key={way}>
              <Table.Td>
                {t(`way.${way}`)}
                <Text size="xs" c="dimmed">
                  {ports[way].join(', ')}
                </Text>
              </Table.Td>
              <Table.Td>{says?.(way) ?? t(found === undefined ? 'way.none' : found ? 'way.works' : 'way.blocked')}</Table.Td>
              <Table.Td w={32}>{found === undefined ? null : found ? <IconCheck size={18} aria-hidden /> : <IconX size={18} aria-hidden />}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
