import { Button, Code, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconEye } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { ConfirmName } from '@/ui/ConfirmName';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { StateBadge } from '@/ui/StateBadge';
import { lineOf, rangeOf } from './lines';

type Template = components['schemas']['PhoneTemplate'];

/** A template as text: looked at as a file, saved, or put back; the line that is wrong is chosen and shown. */
export function TemplateEditor({ template, changed }: { template: Template; changed: () => void }) {
  const { t } = useTranslation('provisioning');
  const { name } = template;
  const [content, setContent] = useState(template.content);
  const [problem, setProblem] = useState<unknown>();
  const [wrong, setWrong] = useState<number>();
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [asked, { open, close }] = useDisclosure();
  const area = useRef<HTMLTextAreaElement>(null);
  const dirty = content !== template.content;
  const params = { path: { template: name } };

  async function act(task: () => Promise<unknown>) {
    setBusy(true);
    setProblem(undefined);
    setWrong(undefined);
    try {
      await task();
    } catch (error) {
      setProblem(error);
      setFile(undefined);
      const line = Number(asProblem(error).params?.['line']);
      if (line > 0) {
        setWrong(line);
        const { start, end } = rangeOf(content, line);
        area.current?.focus();
        area.current?.setSelectionRange(start, end);
      }
    } finally {
      setBusy(false);
    }
  }

  const preview = () => act(async () => setFile((await client.POST('/phone-templates/{template}/preview', { params, body: { content } })).data?.file));
  const save = () =>
    act(async () => {
      await client.PUT('/phone-templates/{template}', { params, body: { content } });
      notifications.show({ message: t('template.saved') });
      changed();
    });
  return (
    <Stack>
      <LeaveGuard when={() => dirty} />
      <Group justify="space-between">
        <StateBadge signal={template.own ? 'live' : 'quiet'}>{t(template.own ? 'template.own' : 'template.server')}</StateBadge>
        <Group gap="xs">
          {template.own ? (
            <Button variant="default" leftSection={<IconArrowBackUp size={18} />} onClick={open}>
              {t('template.back')}
            </Button>
          ) : null}
          <Button variant="default" leftSection={<IconEye size={18} />} loading={busy} onClick={() => void preview()}>
            {t('template.preview')}
          </Button>
          <Button loading={busy} disabled={!dirty} onClick={() => void save()}>
            {t('template.save')}
          </Button>
        </Group>
      </Group>
      <ProblemNote problem={problem} />
      {wrong ? (
        <Group gap="xs" role="note" aria-label={t('template.line', { line: wrong })} wrap="nowrap">
          <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
            {t('template.line', { line: wrong })}
          </Text>
          <Code style={{ overflowX: 'auto', whiteSpace: 'pre' }} tabIndex={0}>
            {lineOf(content, wrong) || ' '}
          </Code>
        </Group>
      ) : null}
      <Textarea
        ref={area}
        label={t('template.text')}
        value={content}
        onChange={(event) => setContent(event.currentTarget.value)}
        rows={22}
        maxLength={65_536}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13, whiteSpace: 'pre', overflowX: 'auto' } }}
        error={wrong !== undefined}
      />
      {file === undefined ? null : (
        <Paper p="lg" component="section" aria-label={t('template.file')}>
          <Title order={2} size="h4" mb="md">
            {t('template.file')}
          </Title>
          <Code block tabIndex={0} style={{ maxHeight: 480, overflow: 'auto' }}>
            {file}
          </Code>
        </Paper>
      )}
      <ConfirmName
        opened={asked}
        close={close}
        title={t('template.back.title', { name })}
        consequences={t('template.back.text')}
        name={name}
        action={t('template.back')}
        act={async () => {
          await client.DELETE('/phone-templates/{template}', { params });
          close();
          notifications.show({ message: t('template.back.done') });
          changed();
        }}
      />
    </Stack>
  );
}
