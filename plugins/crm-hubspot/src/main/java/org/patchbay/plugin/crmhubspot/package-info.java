/** HubSpot as a portal's CRM. */
@NullMarked
package org.patchbay.plugin.crmhubspot;

import org.jspecify.annotations.NullMarked;
