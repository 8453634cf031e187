package org.innsyn.local;

import java.io.PrintStream;

/** {@code accounts}: who can sign in, for a person at the console of this machine. */
final class Accounts {

    private Accounts() {}

    static void print(SignInDirectory directory, PrintStream console) {
        console.printf("%-16s %-16s %s%n", "Sign in as", "user name", "password");
        for (SignInDirectory.Account account : directory.accounts()) {
            console.printf("%-16s %-16s %s%n", String.join(", ", account.roles()), account.username(), account.password());
        }
    }
}
