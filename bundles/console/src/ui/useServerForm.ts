import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldText } from './problemText';
import { asProblem, fieldOf, type ServerProblem } from './server/problem';

const AT_FAULT = 'input[aria-invalid="true"], input[data-invalid="true"], textarea[aria-invalid="true"]';

export interface ServerForm<T> {
  form: UseFormReturnType<T>;
  /** What the server refused that belongs to no field of this form. */
  problem: ServerProblem | undefined;
  saving: boolean;
  formRef: React.RefObject<HTMLFormElement | null>;
  /** Runs a save; puts each of the server's errors at its field and the focus on the first. */
  submit: (save: (values: T) => Promise<unknown>) => (event?: React.FormEvent<HTMLFormElement>) => void;
}

/** A form whose errors come from the server, at the field they name, or at the one that a pointer is told by here. */
export function useServerForm<T extends Record<string, unknown>>(input: UseFormInput<T>, prefix = '', places: Record<string, string> = {}): ServerForm<T> {
  const { t } = useTranslation('problems');
  const form = useForm<T>(input);
  const formRef = useRef<HTMLFormElement | null>(null);
  const [problem, setProblem] = useState<ServerProblem>();
  const [saving, setSaving] = useState(false);

  const [faults, setFaults] = useState(0);

  // After the errors are on the page: only then can the first field at fault be found.
  useEffect(() => {
    if (faults > 0) {
      formRef.current?.querySelector<HTMLElement>(AT_FAULT)?.focus();
    }
  }, [faults]);

  const focusFirst = () => setFaults((count) => count + 1);

  function take(refused: ServerProblem) {
    const known = new Set(Object.keys(form.getValues()));
    const place = (pointer: string) => places[pointer] ?? fieldOf(pointer, prefix);
    const mine = refused.errors.filter((error) => known.has(place(error.pointer)));
    for (const error of mine) {
      form.setFieldError(place(error.pointer) as never, fieldText(t, error, refused.params));
    }
    setProblem(mine.length > 0 && mine.length === refused.errors.length ? undefined : refused);
    focusFirst();
  }

  function submit(save: (values: T) => Promise<unknown>) {
    return form.onSubmit(
      async (values) => {
        setSaving(true);
        setProblem(undefined);
        try {
          await save(values as T);
        } catch (error) {
          take(asProblem(error));
        } finally {
          setSaving(false);
        }
      },
      () => focusFirst(),
    );
  }

  return { form: form as unknown as UseFormReturnType<T>, problem, saving, formRef, submit };
}
