/** What is set up for calls, in a portal's file. */
@NullMarked
package org.patchbay.extensions.file;

import org.jspecify.annotations.NullMarked;
