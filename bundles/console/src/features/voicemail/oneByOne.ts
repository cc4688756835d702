/** Does a task for each, one after the other; answers what went wrong first, after which nothing more is done. */
export async function oneByOne<T>(all: T[], task: (one: T) => Promise<unknown>): Promise<{ done: number; problem?: unknown }> {
  for (const [done, one] of all.entries()) {
    try {
      await task(one);
    } catch (problem) {
      return { done, problem };
    }
  }
  return { done: all.length };
}
