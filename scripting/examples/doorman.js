// Sends callers who are known to be a nuisance away, puts those who matter through to a number of their own, and lets
// everybody else choose by a key while the shop is being moved.
import { calls } from 'patchbay/calls';
import { events } from 'patchbay/events';
import { kv } from 'patchbay/kv';

events.on('call.asked', async event => {
    const { call, direction, caller } = event.data;
    if (direction !== 'INCOMING') return await calls.proceed(call);
    if (await kv.get(`blocked/${caller.number}`)) {
        await calls.tag(call, 'blocked');
        await calls.reject(call, 'on the list of callers who are sent away');
        return console.log(`${caller.number} was sent away`);
    }
    const own = await kv.get(`through/${caller.number}`);
    if (own) return await calls.route(call, own);
    if (await kv.get('moving')) return await calls.ask(call, 'shop-is-moving', { '1': '200', '2': '201' });
    await calls.proceed(call);
});
