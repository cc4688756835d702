package org.patchbay.scripting.run;

import org.graalvm.polyglot.Context;

/** What GraalJS does by itself: batches of JSON events through a handler, with no limits and nothing around it. */
final class BareLoop {

    static final String HANDLER =
            """
            const heard = new Map();
            const handler = event => {
                const { name, guest } = event.data;
                const seen = heard.get(event.subject) ?? { count: 0, guests: 0, last: '' };
                seen.count++;
                if (guest) seen.guests++;
                seen.last = name.toUpperCase();
                heard.set(event.subject, seen);
            };
            """;
    private static final int BATCH = 256;

    private BareLoop() {}

    /** Prints events a second: with JSON text parsed in the loop, and with objects made before. */
    public static void main(String[] arguments) {
        int seconds = Integer.parseInt(arguments[0]);
        try (var context = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            var api = context.eval(
                    "js",
                    HANDLER
                            + """
                            ({ parsed: text => { for (const [, event] of JSON.parse(text)) handler(event); },
                               plain: text => { const all = JSON.parse(text);
                                   return () => { for (const [, event] of all) handler(event); } } })
                            """);
            var text = batch();
            var parsed = api.getMember("parsed");
            var plain = api.getMember("plain").execute(text);
            rate(seconds, () -> parsed.executeVoid(text));
            System.out.println(rate(seconds, () -> parsed.executeVoid(text)));
            rate(seconds, plain::executeVoid);
            System.out.println(rate(seconds, plain::executeVoid));
        }
    }

    private static long rate(int seconds, Runnable batch) {
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        long events = 0;
        while (System.nanoTime() < end) {
            batch.run();
            events += BATCH;
        }
        return events * 1_000_000_000L / (System.nanoTime() - begun);
    }

    private static String batch() {
        var text = new StringBuilder("[");
        for (int i = 0; i < BATCH; i++) {
            text.append(i == 0 ? "" : ",").append('[').append(i).append(',');
            text.append(BenchEvents.json(i)).append(']');
        }
        return text + "]";
    }
}
