package org.innsyn.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, and which programs.
 *
 * @param accounts people
 * @param webClients programs people sign in to
 * @param machineClients programs that act for themselves
 * @param commandLineClients local tools that act as an account; never registered outside a local house
 */
record Directory(
        List<Account> accounts,
        List<WebClient> webClients,
        List<MachineClient> machineClients,
        List<CommandLineClient> commandLineClients) {

    /**
     * One person.
     *
     * @param id opaque and stable: the {@code sub} of their tokens
     * @param username what they type
     * @param name what pages call them
     * @param password in the clear, made by the launcher and printed by it; this is a demo directory
     * @param roles what they may do
     * @param account for customers, the account their data is kept under
     * @param unit for staff, where they work
     * @param until when the account ends; null for one that stays
     */
    record Account(
            String id,
            String username,
            String name,
            String password,
            List<String> roles,
            @Nullable String account,
            @Nullable String unit,
            @Nullable Instant until) {

        /** Whether its time is over: nobody signs in with it, and no token is made for it, any more. */
        boolean isOver(Instant now) {
            return until != null && !now.isBefore(until);
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    /** A web application: authorization code with PKCE, and refresh tokens. */
    record WebClient(String id, String secret, String redirectUri, String postLogoutRedirectUri) {
        @Override
        public String toString() {
            return "WebClient[" + id + "]";
        }
    }

    /**
     * A service or a reporting application: client credentials.
     *
     * @param sources the CloudEvents sources it may report for
     */
    record MachineClient(String id, String secret, List<String> scopes, List<String> sources) {
        @Override
        public String toString() {
            return "MachineClient[" + id + "]";
        }
    }

    /** A tool of the local house whose tokens are those of one account: client credentials. */
    record CommandLineClient(String id, String secret, String actsAs) {
        @Override
        public String toString() {
            return "CommandLineClient[" + id + "]";
        }
    }

    Optional<Account> byUsername(String username) {
        return accounts.stream().filter(account -> account.username().equals(username)).findFirst();
    }

    Optional<Account> byId(String id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    Optional<MachineClient> machineClient(String clientId) {
        return machineClients.stream().filter(client -> client.id().equals(clientId)).findFirst();
    }

    /** The account a command line client acts as. */
    Optional<Account> actedAsBy(String clientId) {
        return commandLineClients.stream()
                .filter(client -> client.id().equals(clientId))
                .findFirst()
                .flatMap(client -> byUsername(client.actsAs()));
    }
}
