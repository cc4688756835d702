package org.patchbay.scripting.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** The one engine that all contexts share, and how a context is locked up. Thread-safe. */
final class Sandbox {

    private final Engine engine = Engine.newBuilder("js")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .option("engine.WarnInterpreterOnly", "false")
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .build();
    private final Source bootstrap = bootstrap();
    private final ResourceLimits limits;

    Sandbox(Limits limits) {
        this.limits = ResourceLimits.newBuilder()
                .statementLimit(limits.runStatements(), null)
                .build();
    }

    Context context(String source, OutputStream warnings) {
        return Context.newBuilder("js")
                .engine(engine)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .allowHostAccess(HostAccess.CONSTRAINED)
                .allowIO(IOAccess.newBuilder().fileSystem(new Modules(source)).build())
                .resourceLimits(limits)
                .option("js.console", "false")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.graal-builtin", "false")
                .option("js.unhandled-rejections", "warn")
                .out(OutputStream.nullOutputStream())
                .err(warnings)
                .build();
    }

    Guest guest(Context context, Bridge bridge, Limits budget) {
        var api = context.eval(bootstrap).execute(bridge, budget.calls(), budget.timers());
        return new Guest(context, api);
    }

    private static Source bootstrap() {
        try (var in = Objects.requireNonNull(Sandbox.class.getResourceAsStream("bootstrap.js"))) {
            return Source.newBuilder("js", new String(in.readAllBytes(), UTF_8), "bootstrap.js")
                    .internal(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
