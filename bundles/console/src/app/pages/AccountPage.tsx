import { AccountPage as Account } from '@/features/identity/AccountPage';
import { CalendarFeed } from '@/features/scheduling/CalendarFeed';

/** The own account, with what other parts keep for a person. */
export function AccountPage() {
  return <Account more={<CalendarFeed />} />;
}
