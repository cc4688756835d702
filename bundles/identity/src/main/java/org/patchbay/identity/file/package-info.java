/** What a portal's file says of roles, departments, people and signing in. */
@NullMarked
package org.patchbay.identity.file;

import org.jspecify.annotations.NullMarked;
