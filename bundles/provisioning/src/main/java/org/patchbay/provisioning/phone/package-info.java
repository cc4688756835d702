/** Desk phones as values. */
@NullMarked
package org.patchbay.provisioning.phone;

import org.jspecify.annotations.NullMarked;
