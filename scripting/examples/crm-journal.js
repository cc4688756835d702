// Looks up in the CRM who joins a meeting, and journals the meeting there when it is over.
import { crm } from 'patchbay/crm';
import { events } from 'patchbay/events';

events.on('meeting.participant.joined', async event => {
    const { name, email } = event.data;
    if (!email) return;
    const [contact] = await crm.lookupByEmail(email);
    console.log(contact ? `${name} is ${contact.name} of ${contact.company ?? 'no company'}` : `${name} is unknown`);
});

events.on('meeting.ended', async event => {
    const { meeting, title, started, ended, attendances } = event.data;
    const contacts = [];
    for (const { email } of attendances) {
        if (email) contacts.push(...(await crm.lookupByEmail(email)));
    }
    await crm.journal({
        id: meeting,
        kind: 'MEETING',
        outcome: 'held',
        title,
        start: started,
        end: ended,
        contacts: contacts.map(contact => contact.id),
        note: attendances.map(({ name }) => name).join(', '),
    });
    console.log(`Journaled "${title}" with ${contacts.length} contacts`);
});
