/** Contacts in files. */
@NullMarked
package org.patchbay.contacts.file;

import org.jspecify.annotations.NullMarked;
