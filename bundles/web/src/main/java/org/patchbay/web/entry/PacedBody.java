package org.patchbay.web.entry;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.Problem;

/** A body that is refused when it comes too slowly, or not to its end. */
@NullUnmarked // the stream's contract
final class PacedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final Pace pace;
    private final Runnable onEnd;
    private long bytes;
    private long waitedNanos;

    PacedBody(ServletInputStream body, Pace pace, Runnable onEnd) {
        this.body = body;
        this.pace = pace;
        this.onEnd = onEnd;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var since = System.nanoTime();
        int count = readOrRefuse(into, offset, length);
        waitedNanos += System.nanoTime() - since;
        bytes += Math.max(0, count);
        if (count < 0 || body.isFinished()) {
            onEnd.run();
        } else if (pace.isTooSlow(bytes, waitedNanos)) {
            throw Problem.INVALID.because("body.slow", "The body comes too slowly");
        }
        return count;
    }

    /** A body that is cut off or malformed is the client's fault, whoever reads it. */
    private int readOrRefuse(byte[] into, int offset, int length) {
        try {
            return body.read(into, offset, length);
        } catch (IOException | RuntimeException e) { // the server throws both
            throw Problem.INVALID.because("body.broken", "The body did not come to its end");
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
