// Puts everybody who joins a meeting and is in no address book into the public one, in the group "Guests".
import { contacts } from 'patchbay/contacts';
import { events } from 'patchbay/events';

events.on('meeting.participant.joined', async event => {
    const { name, email } = event.data;
    if (!email) return;
    const [known] = await contacts.lookupByEmail(email);
    if (known) {
        console.log(`${name} is ${known.name} of ${known.company ?? 'no company'}`);
        return;
    }
    const made = await contacts.createContact({ name, email, groups: ['Guests'] });
    console.log(`${made.name} is in the address book now`);
});
