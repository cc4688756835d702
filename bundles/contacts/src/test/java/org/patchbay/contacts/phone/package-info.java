@NullMarked
package org.patchbay.contacts.phone;

import org.jspecify.annotations.NullMarked;
