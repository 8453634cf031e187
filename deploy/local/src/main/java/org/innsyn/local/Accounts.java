package org.innsyn.local;

import java.io.PrintStream;

/** {@code accounts}: who can sign in, and what to try first, for a person at the console of this machine. */
final class Accounts {

    private static final String FIRST_STEPS = """

            Try first
              ./innsyn demo traffic     lets the support desk work for a while; every access is reported
              as subject                open "Who looked", then ask for a copy of your data
              as case-handler           prepare that request; then, as controller, approve it
              as subject                download the copy; ./innsyn verify COPY.zip checks it""";

    private Accounts() {}

    static void print(SignInDirectory directory, PrintStream console) {
        console.printf("%-16s %-16s %s%n", "Sign in as", "user name", "password");
        for (SignInDirectory.Account account : directory.accounts()) {
            console.printf("%-16s %-16s %s%n", String.join(", ", account.roles()), account.username(), account.password());
        }
        console.println(FIRST_STEPS);
    }
}
