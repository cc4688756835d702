/** Starts the server: looks first whether it can run, then hands over to Karaf, then says where it is. */
@NullMarked
package org.patchbay.launcher;

import org.jspecify.annotations.NullMarked;
