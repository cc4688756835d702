package org.patchbay.spi.identity;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.PluginException;

/**
 * A directory that keeps people and their passwords, such as an LDAP server. It only answers who somebody is: throttling,
 * disabled and expired accounts, networks and second factors remain the platform's. Methods may block, are called
 * concurrently, and are interrupted when they take too long. Every portal's settings come with the call.
 */
@ConsumerType
public interface PasswordDirectory {

    /** The name of the plugin that this belongs to. */
    String plugin();

    /** The name of the directory that people see, such as {@code LDAP}. */
    String title();

    /**
     * Whether the password is that of whoever has this login. An empty login or password is wrong and never sent; an
     * unknown login takes as long as a wrong password.
     *
     * @throws PluginException when the directory does not answer or refuses the settings
     */
    DirectoryAnswer check(Settings settings, String login, String password) throws PluginException;

    /** Whether somebody who is unknown to the portal becomes a person at the first sign-in. */
    default boolean admitsNewcomers(Settings settings) {
        return false;
    }
}
