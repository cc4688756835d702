import { useState } from 'react';
import type { Comparison } from '@/ui/server/types';

/** A file that is compared before it is applied: what the comparison found, what went wrong, and whether it is at work. */
export function useComparing() {
  const [comparison, setComparison] = useState<Comparison>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function during(work: () => Promise<void>) {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setComparison(undefined);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return { comparison, setComparison, problem, busy, during };
}
