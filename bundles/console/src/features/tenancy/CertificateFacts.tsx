import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CertificateView } from '@/ui/server/types';
import { date } from '@/ui/time';
import { useZone } from '@/ui/useZone';

/** A day in the reader's language. */
export function Day({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const zone = useZone();
  return <time dateTime={at}>{date(new Date(at), i18n.language, zone)}</time>;
}

/** What stands in a certificate. */
export function Facts({ certificate }: { certificate: CertificateView }) {
  const { t } = useTranslation('tenancy');
  return (
    <Table variant="vertical" layout="fixed" withRowBorders={false}>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th w={130}>{t('certificate.hosts')}</Table.Th>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{certificate.hosts.join(', ')}</Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th>{t('certificate.issuer')}</Table.Th>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>
            {certificate.selfSigned ? t('certificate.self') : certificate.issuer}
          </Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th>{t('certificate.until')}</Table.Th>
          <Table.Td>
            <Day at={certificate.until} />
          </Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th>{t('certificate.fingerprint')}</Table.Th>
          <Table.Td>
            <Text ff="monospace" size="xs" style={{ overflowWrap: 'anywhere' }}>
              {certificate.fingerprint}
            </Text>
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
