package org.patchbay.spi.calls;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what happens to a call that is at an application. Called on the call's thread alone; must return soon. */
@ConsumerType
public interface ApplicationListener {

    /** The caller pressed a key: {@code 0-9 * # A-D}. */
    default void pressed(char key) {}

    /** What was to be played is over. */
    default void played() {}

    /** The caller holds, or no longer. */
    default void held(boolean on) {}

    /** The call is here no more: hung up, sent on or too long. Called once, the port may be closed already. */
    default void over() {}
}
