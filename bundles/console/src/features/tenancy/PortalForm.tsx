import { Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import type { Portal } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { GeneralFields } from './GeneralFields';
import { usePortalSave } from './usePortalSave';

interface PortalFormProps {
  portal: Portal;
  /** Only root moves a portal to another host. */
  root: boolean;
  done: () => void;
}

/** What a portal is called and where it answers. */
export function PortalForm({ portal, root, done }: PortalFormProps) {
  const { t } = useTranslation('tenancy');
  const save = usePortalSave(portal, done);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { name: portal.name, host: portal.host, language: portal.language, zone: portal.zone },
    validate: {
      name: (value) => (value.trim() === '' ? t('portal.name.missing') : null),
      host: (value) => (value.trim() === '' ? t('portal.host.missing') : null),
    },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit((values) =>
        save((draft) => ({ ...draft, ...values, name: values.name.trim(), host: values.host.trim().toLowerCase() })),
      )}
    >
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <GeneralFields values={form.getValues()} input={(name) => form.getInputProps(name)} root={root} />
          </Stack>
        </Paper>
        <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
      </Stack>
    </form>
  );
}
