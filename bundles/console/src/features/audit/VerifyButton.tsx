import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { AuditVerification } from '@/ui/server/types';

/** Has the server read the whole chain, and says what it found. */
export function VerifyButton({ portal }: { portal: string }) {
  const { t } = useTranslation(['audit', 'ui']);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<AuditVerification>();
  const [problem, setProblem] = useState<unknown>();

  async function verify() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { data } = await client.GET('/portals/{portal}/audit/verification', { params: { path: { portal } } });
      setResult(data);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const close = () => {
    setResult(undefined);
    setProblem(undefined);
  };
  return (
    <>
      <Button leftSection={<IconShieldCheck size={18} />} loading={busy} onClick={() => void verify()}>
        {t('verify')}
      </Button>
      <Modal
        opened={Boolean(result ?? problem)}
        onClose={close}
        title={t('verify.title')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Stack>
          <ProblemNote problem={problem} />
          {result ? <Result result={result} /> : null}
        </Stack>
      </Modal>
    </>
  );
}

function Result({ result }: { result: AuditVerification }) {
  const { t } = useTranslation(['audit', 'ui']);
  if (!result.intact) {
    return (
      <Alert color="red" icon={<IconShieldX size={18} />} title={t('verify.broken', { number: result.brokenSequence })}>
        {t('verify.broken.text')}
        {result.brokenId ? (
          <>
            {' '}
            <Code>{result.brokenId}</Code>
          </>
        ) : null}
      </Alert>
    );
  }
  return (
    <>
      <Alert color="green" icon={<IconShieldCheck size={18} />} title={t('verify.intact', { count: result.entries })}>
        {t('verify.intact.text')}
      </Alert>
      <Text size="sm">{t('verify.head')}</Text>
      <Group wrap="nowrap" gap="xs">
        <Code style={{ overflowWrap: 'anywhere' }}>{result.head}</Code>
        <CopyButton value={result.head}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            >
              {t(copied ? 'ui:copied' : 'ui:copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </>
  );
}
