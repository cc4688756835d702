/** Phone numbers in their one spelling. */
@NullMarked
package org.patchbay.contacts.phone;

import org.jspecify.annotations.NullMarked;
