/** Contacts over REST. */
@NullMarked
package org.patchbay.contacts.rest;

import org.jspecify.annotations.NullMarked;
