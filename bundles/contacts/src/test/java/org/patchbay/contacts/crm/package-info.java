@NullMarked
package org.patchbay.contacts.crm;

import org.jspecify.annotations.NullMarked;
