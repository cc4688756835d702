/** Contacts of the portal's CRMs, beside its own. */
@NullMarked
package org.patchbay.contacts.crm;

import org.jspecify.annotations.NullMarked;
