import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that it has started. */
export function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${entry}/stat`);
    const parent = Number(stat.split(') ').pop()?.split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const family = [pid];
  for (const each of family) {
    family.push(...(children.get(each) ?? []));
  }
  return family;
}

/** Resident megabytes of a process and all that it has started. */
export function residentMegabytes(pid: number): number {
  return familyOf(pid).reduce((sum, each) => sum + Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${each}/status`))?.[1] ?? 0) / 1024, 0);
}

/** What a file says; nothing if its process has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
