package org.patchbay.testing.identity;

/** A directory of people, as the tests of a {@code PasswordDirectory} fill and change it. */
public interface DirectoryServer {

    /** Adds somebody; answers the id that stays. */
    String add(String login, String password, String name, String email, String phone);

    /** Gives somebody another login and another place in the directory. */
    void move(String login, String newLogin);

    void disable(String login);

    /** How many passwords of people were checked so far. */
    int checks();

    /** From now on nothing answers. */
    void stop();
}
