/** Sockets and the threads that read them. */
@NullMarked
package org.patchbay.phonemedia.net;

import org.jspecify.annotations.NullMarked;
