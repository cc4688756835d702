import { Alert, Button, FileInput, Group, Modal, Paper, PasswordInput, Stack, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { ProblemNote } from '@/ui/ProblemNote';
import { Failed, Loading } from '@/ui/States';
import { StateBadge } from '@/ui/StateBadge';
import { api, client } from '@/ui/server/client';
import type { CertificateView, Coverage } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { Facts } from './CertificateFacts';

/** The certificates of the server, and the portals whose hosts none of them covers. */
export function CertificatesPage() {
  const { t } = useTranslation('tenancy');
  const [adding, { open, close }] = useDisclosure(false);
  const list = api.useQuery('get', '/certificates');
  const coverage = api.useQuery('get', '/certificates/coverage', { params: { query: { limit: 200 } } });
  const add = (
    <Button leftSection={<IconPlus size={18} />} onClick={open}>
      {t('certificates.add')}
    </Button>
  );
  const failed = list.error ?? coverage.error;
  return (
    <Page title={t('certificates.title')} about={t('certificates.about')} actions={add}>
      {failed ? (
        <Failed error={failed} retry={() => void Promise.all([list.refetch(), coverage.refetch()])} />
      ) : !list.data || !coverage.data ? (
        <Loading />
      ) : (
        <Stack maw={760}>
          <Warnings coverage={coverage.data.items} />
          {list.data.items.map((certificate) => (
            <One key={certificate.id + certificate.fingerprint} certificate={certificate} />
          ))}
        </Stack>
      )}
      <Modal opened={adding} onClose={close} title={t('certificates.add')} size="lg">
        <AddForm done={close} />
      </Modal>
    </Page>
  );
}

function Warnings({ coverage }: { coverage: Coverage[] }) {
  const { t } = useTranslation('tenancy');
  return coverage
    .filter((portal) => portal.warnings.length > 0)
    .slice(0, 20)
    .map((portal) => (
      <Alert key={portal.portal} color="yellow" icon={<IconAlertTriangle size={18} />} title={portal.name}>
        {portal.warnings.map((warning) => t(`certificate.warning.${warning}`, { host: portal.host })).join(' ')}{' '}
        <Link to="/portals/$portal" params={{ portal: portal.portal }} search={{ tab: 'certificate' }}>
          {t('certificates.portal')}
        </Link>
      </Alert>
    ));
}

function One({ certificate }: { certificate: CertificateView }) {
  const { t } = useTranslation('tenancy');
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [asking, setAsking] = useState(false);
  const own = certificate.id === 'default';

  async function remove() {
    try {
      await client.DELETE('/certificates/{id}', { params: { path: { id: certificate.id } } });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/certificates') });
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Paper p="lg" component="section" aria-label={certificate.subject}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={2}>{own ? t('certificates.own') : certificate.subject}</Title>
            {certificate.warnings.map((warning) => (
              <StateBadge key={warning} signal={warning === 'expired' ? 'failed' : 'waiting'}>
                {t(`certificate.state.${warning}`)}
              </StateBadge>
            ))}
          </Group>
          {own ? null : asking ? (
            <Group gap="xs">
              <Button size="xs" color="red" onClick={() => void remove()}>
                {t('certificates.remove.sure')}
              </Button>
              <Button size="xs" variant="default" onClick={() => setAsking(false)}>
                {t('ui:cancel')}
              </Button>
            </Group>
          ) : (
            <Button size="xs" variant="subtle" color="red" onClick={() => setAsking(true)}>
              {t('certificates.remove')}
            </Button>
          )}
        </Group>
        <ProblemNote problem={problem} />
        <Facts certificate={certificate} />
      </Stack>
    </Paper>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function AddForm({ done }: { done: () => void }) {
  const { t } = useTranslation('tenancy');
  const queries = useQueryClient();
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { pem: '', pkcs12: null as File | null, password: '' },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ pem, pkcs12, password }) => {
        await client.POST('/certificates', {
          body: pkcs12 ? { pkcs12: await base64(pkcs12), password } : { pem },
        });
        await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('certificate') });
        done();
      })}
    >
      <Stack>
        <ProblemNote problem={problem} />
        <Textarea
          label={t('certificates.pem')}
          description={t('certificates.pem.help')}
          placeholder={'-----BEGIN CERTIFICATE-----\n…'}
          autosize
          minRows={4}
          maxRows={10}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          {...form.getInputProps('pem')}
        />
        <FileInput
          label={t('certificates.pkcs12')}
          description={t('certificates.pkcs12.help')}
          accept=".p12,.pfx"
          clearable
          {...form.getInputProps('pkcs12')}
        />
        <PasswordInput label={t('certificates.password')} autoComplete="off" {...form.getInputProps('password')} />
        <Group>
          <Button type="submit" loading={saving}>
            {t('certificates.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
