@NullMarked
package org.patchbay.contacts.search;

import org.jspecify.annotations.NullMarked;
