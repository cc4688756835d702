/** A body of YAML, as it is. */
export function yaml(text: string) {
  return {
    headers: { 'Content-Type': 'application/yaml' },
    body: text as never,
    bodySerializer: (body: unknown) => body as string,
  };
}
