/** The address book: public and private contacts, their groups, search, import and export. */
@NullMarked
package org.patchbay.contacts;

import org.jspecify.annotations.NullMarked;
