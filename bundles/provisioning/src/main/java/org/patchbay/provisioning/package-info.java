/** Writes the files that telephones fetch when they are set up, and the links of softphones. */
@NullMarked
package org.patchbay.provisioning;

import org.jspecify.annotations.NullMarked;
