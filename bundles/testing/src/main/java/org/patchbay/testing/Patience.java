package org.patchbay.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what is to come. It costs nothing where all is well, so it is enough for a machine that does
 * ten things at once. JUnit finds this by itself and makes it Awaitility's own limit.
 */
public final class Patience implements BeforeAllCallback {

    /** For one step: a thread that gets its turn, an answer over loopback, a commit. */
    public static final int SECONDS = 40;

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(SECONDS));
    }
}
