/**
 * The JVM that runs the portals' scripts, outside the server: it may be killed at any moment and is started again. It
 * speaks frames of messages on its standard streams.
 */
@NullMarked
package org.patchbay.scripting.worker;

import org.jspecify.annotations.NullMarked;
