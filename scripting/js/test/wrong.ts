// What the types must refuse: each line marked so has to be an error, or the check fails.
import { crm } from 'patchbay/crm';
import { events } from 'patchbay/events';
import { kv } from 'patchbay/kv';

// @ts-expect-error There is no such type of event.
events.on('meeting.strated', () => {});

events.on('meeting.ended', event => {
    const seconds: number = event.data.seconds;
    // @ts-expect-error There is no such field.
    console.log(seconds, event.data.minutes);
});

events.on('meeting.*', event => {
    if (event.type === 'meeting.participant.joined') console.log(event.data.name);
    // @ts-expect-error A script cannot change an event.
    event.subject = 'another';
});

// @ts-expect-error Keys are texts.
await kv.get(1);

// @ts-expect-error There is no such function.
await crm.lookupByShoeSize(44);
