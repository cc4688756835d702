@NullMarked
package org.patchbay.contacts.store;

import org.jspecify.annotations.NullMarked;
