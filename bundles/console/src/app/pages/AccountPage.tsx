import { OwnLink } from '@/features/click2meet/OwnLink';
import { OwnPhone } from '@/features/extensions/OwnPhone';
import { AccountPage as Account } from '@/features/identity/AccountPage';
import { OwnSoftphone } from '@/features/provisioning/OwnSoftphone';
import { CalendarFeed } from '@/features/scheduling/CalendarFeed';

/** The own account, with what other parts add to it. */
export function AccountPage() {
  return (
    <Account>
      <OwnPhone />
      <OwnSoftphone />
      <OwnLink />
      <CalendarFeed />
    </Account>
  );
}
