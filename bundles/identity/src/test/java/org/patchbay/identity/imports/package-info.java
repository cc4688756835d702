@NullMarked
package org.patchbay.identity.imports;

import org.jspecify.annotations.NullMarked;
