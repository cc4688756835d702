package org.patchbay.scripting.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** Starts the worker. It ends when its standard input does: when the server has gone. */
public final class WorkerMain {

    private WorkerMain() {}

    /** The limits are system properties {@code patchbay.scripts.*}. */
    public static void main(String[] arguments) throws IOException {
        var outbox = new Outbox(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            System.err.println(thread.getName() + " ended: " + thrown);
            Runtime.getRuntime().halt(Last.EXIT);
        });
        var writer = new Thread(outbox, "writer");
        writer.setDaemon(true);
        writer.start();

        var worker = new Worker(Limits.from(System.getProperties()), outbox);
        worker.warmUp();
        worker.serve(new FrameReader(new FileInputStream(FileDescriptor.in)));
        Runtime.getRuntime().halt(0);
    }
}
