import { Container } from '@mantine/core';
import { Loading } from '@/ui/States';

/** A page whose code is on its way. */
export function Pending() {
  return (
    <Container size={1080} p="xl">
      <Loading />
    </Container>
  );
}
