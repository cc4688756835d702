// Runs first in every script's context. What it takes from the globals it takes before the script can change them.
(function (host, callLimit, timerLimit) {
    'use strict';
    const { parse, stringify } = JSON;
    const { freeze, defineProperty } = Object;
    const PromiseOf = Promise;
    const ErrorOf = Error;

    for (const name of ['Polyglot', 'Java', 'Packages', 'java', 'javax', 'javafx', 'com', 'org', 'edu',
        'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'console']) {
        delete globalThis[name];
    }

    const handlers = new Map(); // type or pattern to functions
    let found = new Map(); // type to the functions that want it
    const subjects = new Map(); // subject to the last unfinished event about it
    const calls = new Map();
    const timers = new Map();
    let lastCall = 0;
    let lastTimer = 0;
    let current = ''; // id of the event that what is being done follows from
    let done = '';

    function shown(value) {
        if (typeof value === 'string') return value;
        if (value instanceof ErrorOf) return value.stack || String(value);
        try {
            const text = typeof value === 'object' && value !== null ? stringify(value) : String(value);
            return text === undefined ? String(value) : text;
        } catch (e) {
            return '(a value that cannot be shown: ' + e.message + ')';
        }
    }

    function traced(error) {
        if (error instanceof ErrorOf) return error.trace ? error + error.trace : error.stack || String(error);
        return 'Thrown: ' + shown(error);
    }

    function line(level) {
        return (...values) => {
            const texts = [];
            for (const value of values) texts.push(shown(value));
            host.log(level, texts.join(' '));
        };
    }

    // Events

    function matches(pattern, type) {
        return pattern === type || pattern === '*'
            || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));
    }

    function wanting(type) {
        let list = found.get(type);
        if (list === undefined) {
            list = [];
            for (const [pattern, functions] of handlers) {
                if (matches(pattern, type)) list.push(...functions);
            }
            found.set(type, list);
        }
        return list;
    }

    function on(type, handler) {
        if (typeof type !== 'string' || type.length === 0 || type.length > 200) {
            throw new TypeError('events.on: the first argument is the name of an event type');
        }
        if (typeof handler !== 'function') {
            throw new TypeError('events.on: the second argument is a function');
        }
        const functions = handlers.get(type) ?? [];
        if (functions.length >= 100 || handlers.size >= 100) {
            throw new RangeError('events.on: at most 100 event types and 100 handlers for each');
        }
        handlers.set(type, [...functions, handler]);
        found = new Map();
        if (functions.length === 0) host.subscribe(type);
        return () => off(type, handler);
    }

    function off(type, handler) {
        const rest = (handlers.get(type) ?? []).filter(each => each !== handler);
        if (rest.length === 0) {
            if (handlers.delete(type)) host.unsubscribe(type);
        } else {
            handlers.set(type, rest);
        }
        found = new Map();
    }

    function finished(number) {
        done += number + ',';
    }

    /** Enters the handlers; answers a promise while one of them goes on. */
    function enter(number, event) {
        let open = 0;
        let resolve;
        const settled = () => {
            if (--open === 0) {
                finished(number);
                resolve();
            }
        };
        current = event.id;
        for (const handler of wanting(event.type)) {
            try {
                const result = handler(event);
                if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
                    open++;
                    result.then(settled, error => {
                        host.threw(event.type, traced(error));
                        settled();
                    });
                }
            } catch (error) {
                host.threw(event.type, traced(error));
            }
        }
        current = '';
        if (open > 0) return new PromiseOf(r => { resolve = r; });
        finished(number);
        return undefined;
    }

    function eventOf(fields, i, data) {
        const event = {
            id: fields[i + 1],
            source: fields[i + 2],
            type: fields[i + 3],
            portal: fields[i + 4],
            subject: fields[i + 5],
            time: fields[i + 6],
            data,
        };
        if (fields[i + 7] !== '') event.causationid = fields[i + 7];
        if (fields[i + 8] !== '0') event.sequence = +fields[i + 8];
        return event;
    }

    /** Events about one subject are handled one after the other. */
    function deliver(heads, data) {
        const fields = heads.split('\u001f');
        const all = parse(data);
        for (let i = 0; i < all.length; i++) {
            const event = eventOf(fields, i * 9, all[i]);
            const number = fields[i * 9];
            const subject = event.subject;
            const before = subjects.get(subject);
            const after = before === undefined ? enter(number, event) : before.then(() => enter(number, event));
            if (after !== undefined) {
                subjects.set(subject, after);
                after.then(() => {
                    if (subjects.get(subject) === after) subjects.delete(subject);
                });
            }
        }
    }

    function collect() {
        const numbers = done;
        done = '';
        current = '';
        return numbers;
    }

    // Calls to the host

    function call(module, name, args) {
        if (calls.size >= callLimit) {
            return PromiseOf.reject(new RangeError('At most ' + callLimit + ' calls may be under way at once'));
        }
        const trace = new ErrorOf('.').stack.slice('Error: .'.length);
        return new PromiseOf((resolve, reject) => {
            const id = ++lastCall;
            host.call(id, module, name, stringify(args), current);
            calls.set(id, { resolve, reject, trace, event: current });
        });
    }

    function settle(id, ok, text) {
        const waiting = calls.get(id);
        if (waiting === undefined) return;
        calls.delete(id);
        // What waited for the outcome goes on once this function has returned, and before collect().
        current = waiting.event;
        if (ok) {
            waiting.resolve(text === '' ? undefined : parse(text));
            return;
        }
        const { message, code } = parse(text);
        const error = new ErrorOf(message);
        error.code = code;
        defineProperty(error, 'trace', { value: waiting.trace });
        waiting.reject(error);
    }

    function remote(module) {
        return new Proxy(freeze({}), {
            get(target, name) {
                if (typeof name !== 'string' || name === 'then') return undefined;
                return (...args) => call(module, name, args);
            },
            set() {
                throw new TypeError(module + ' cannot be changed');
            },
        });
    }

    // Timers

    function setTimeout(action, milliseconds = 0, ...args) {
        if (typeof action !== 'function') throw new TypeError('setTimeout: the first argument is a function');
        if (timers.size >= timerLimit) throw new RangeError('At most ' + timerLimit + ' timers may wait at once');
        const id = ++lastTimer;
        host.timer(id, Number(milliseconds) || 0);
        timers.set(id, { action: () => action(...args), event: current });
        return id;
    }

    function clearTimeout(id) {
        if (timers.delete(id)) host.clear(id);
    }

    function fire(id) {
        const timer = timers.get(id);
        if (timer === undefined) return;
        timers.delete(id);
        current = timer.event;
        try {
            const result = timer.action();
            if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
                result.then(undefined, error => host.threw('setTimeout', traced(error)));
            }
        } catch (error) {
            host.threw('setTimeout', traced(error));
        }
    }

    // What the script sees

    const log = freeze({ debug: line('DEBUG'), info: line('INFO'), warn: line('WARN'), error: line('ERROR') });
    const modules = new Map([
        ['patchbay/events', freeze({ on })],
        ['patchbay/log', log],
    ]);
    function moduleNamed(name) {
        let module = modules.get(name);
        if (module === undefined) {
            module = remote(name);
            modules.set(name, module);
        }
        return module;
    }

    const hidden = value => ({ value, writable: true, configurable: true, enumerable: false });
    defineProperty(globalThis, '__patchbay', { value: moduleNamed });
    defineProperty(globalThis, 'setTimeout', hidden(setTimeout));
    defineProperty(globalThis, 'clearTimeout', hidden(clearTimeout));
    defineProperty(globalThis, 'console', hidden(freeze({ log: log.info, ...log })));

    function load() {
        import('/script.js').then(() => host.loaded(), error => host.broke(traced(error)));
    }

    return { load, deliver, collect, settle, fire };
})
