/** People whose passwords a directory keeps, such as an LDAP server: asked while they sign in. */
@NullMarked
package org.patchbay.identity.directory;

import org.jspecify.annotations.NullMarked;
