@NullMarked
package org.patchbay.identity.directory;

import org.jspecify.annotations.NullMarked;
