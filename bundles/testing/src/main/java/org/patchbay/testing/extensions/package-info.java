/** What an administrator of telephones would have set up. */
@NullMarked
package org.patchbay.testing.extensions;

import org.jspecify.annotations.NullMarked;
