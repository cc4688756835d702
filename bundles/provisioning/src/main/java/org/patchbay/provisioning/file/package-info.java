/** What is set up for calls, in a portal's file. */
@NullMarked
package org.patchbay.provisioning.file;

import org.jspecify.annotations.NullMarked;
