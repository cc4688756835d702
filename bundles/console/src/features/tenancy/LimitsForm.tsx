import { Paper, Stack } from '@mantine/core';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import type { Portal } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { LimitsFields } from './LimitsFields';
import { limitsOf, withLimits } from './limits';
import { usePortalSave } from './usePortalSave';

/** What root lets a portal do; its own administrators change the features alone. */
export function LimitsForm({ portal, root, done }: { portal: Portal; root: boolean; done: () => void }) {
  const save = usePortalSave(portal, done);
  const { form, problem, saving, formRef, submit } = useServerForm({ mode: 'controlled', initialValues: limitsOf(portal) });
  return (
    <form ref={formRef} noValidate onSubmit={submit((limits) => save((draft) => withLimits(draft, limits)))}>
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <LimitsFields input={(name, options) => form.getInputProps(name, options)} root={root} />
        </Paper>
        <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
      </Stack>
    </form>
  );
}
