/** The CRM in scripts. */
@NullMarked
package org.patchbay.crm.script;

import org.jspecify.annotations.NullMarked;
