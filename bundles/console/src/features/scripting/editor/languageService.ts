import type { Call, Reply, Service } from './messages';

type Posted = Pick<Worker, 'postMessage' | 'terminate'> & { onmessage: Worker['onmessage'] };

const METHODS: (keyof Service)[] = ['start', 'update', 'complete', 'describe', 'hint', 'findings'];

/** The TypeScript service behind its worker: each call is a message, each answer a promise. */
export function languageService(worker: Posted): Service & { stop: () => void } {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let counter = 0;

  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error !== undefined) {
      call?.reject(new Error(data.error));
    } else {
      call?.resolve(data.result);
    }
  };

  const call = (method: keyof Service, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++counter;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, args } satisfies Call);
    });

  return {
    ...(Object.fromEntries(METHODS.map((method) => [method, (...args: unknown[]) => call(method, args)])) as unknown as Service),
    stop: () => worker.terminate(),
  };
}

export function startLanguageService(): Service & { stop: () => void } {
  return languageService(new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' }));
}
