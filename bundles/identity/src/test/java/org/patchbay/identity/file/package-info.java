@NullMarked
package org.patchbay.identity.file;

import org.jspecify.annotations.NullMarked;
