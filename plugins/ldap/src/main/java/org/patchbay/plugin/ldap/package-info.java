/** Passwords that Active Directory or another LDAP server keeps. */
@NullMarked
package org.patchbay.plugin.ldap;

import org.jspecify.annotations.NullMarked;
