/** Open ports: what comes in, what goes out, and how both are connected. */
@NullMarked
package org.patchbay.phonemedia.ports;

import org.jspecify.annotations.NullMarked;
