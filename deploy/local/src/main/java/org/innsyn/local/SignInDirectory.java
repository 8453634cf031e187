package org.innsyn.local;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innsyn.local.Databases.DemoCustomer;
import org.jspecify.annotations.Nullable;

/**
 * The file the sign-in reads: demo accounts, the house's own clients and those of {@code ./innsyn token}.
 *
 * @param accounts people
 * @param webClients the ui
 * @param machineClients services and the support desk
 * @param commandLineClients one per account, for {@code ./innsyn token}
 */
record SignInDirectory(
        List<Account> accounts,
        List<WebClient> webClients,
        List<MachineClient> machineClients,
        List<CommandLineClient> commandLineClients) {

    static final String REPORTER = "support-desk";
    static final String OPERATOR = "operator";
    static final String DSR = "dsr-service";
    static final String UI = "ui";

    /** How long a supervisory authority can sign in; {@code ./innsyn reset} begins anew. */
    private static final Duration REGULATORS_STAY = Duration.ofDays(30);

    /**
     * Somebody who can sign in.
     *
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
            @Nullable Instant until) {}

    /** A program people sign in to. */
    record WebClient(String id, String secret, String redirectUri, String postLogoutRedirectUri) {}

    /** A program that acts for itself. */
    record MachineClient(String id, String secret, List<String> scopes, List<String> sources) {}

    /** Acts as an account. */
    record CommandLineClient(String id, String secret, String actsAs) {}

    /**
     * Writes the file: accounts as they were if there are some, clients as this start needs them.
     *
     * @param uiUrl where the ui will be, without a slash at the end
     */
    static SignInDirectory write(HomeFolder home, Secrets secrets, List<DemoCustomer> customers, String uiUrl) {
        List<Account> accounts = Files.exists(home.signInDirectory())
                ? read(home).accounts()
                : newAccounts(secrets, customers);
        SignInDirectory directory = new SignInDirectory(
                accounts, List.of(ui(secrets, uiUrl)), machines(secrets), commandLine(secrets, accounts));
        HomeFolder.write(home.signInDirectory(), StateFile.JSON.writeValueAsString(directory));
        return directory;
    }

    static SignInDirectory read(HomeFolder home) {
        if (Files.notExists(home.signInDirectory())) {
            throw new Refusal(ExitCode.NOT_RUNNING, "There are no accounts yet. ./innsyn up makes them at its first start.");
        }
        return StateFile.JSON.readValue(home.signInDirectory().toFile(), SignInDirectory.class);
    }

    private static List<Account> newAccounts(Secrets secrets, List<DemoCustomer> customers) {
        List<Account> accounts = new ArrayList<>();
        for (DemoCustomer customer : customers) {
            accounts.add(account(secrets, customer.account(), customer.name(), "subject", customer.account(), null));
        }
        accounts.add(account(secrets, "case-handler", "Case handler", "case-handler", null, "privacy/desk"));
        accounts.add(account(secrets, "controller", "Controller", "controller", null, "privacy/desk"));
        accounts.add(account(secrets, "dpo", "Data protection officer", "dpo", null, "privacy/officer"));
        accounts.add(until(Instant.now().plus(REGULATORS_STAY), account(secrets, "regulator", "Supervisory authority", "regulator", null, null)));
        return accounts;
    }

    private static Account account(
            Secrets secrets, String username, String name, String role, @Nullable String account, @Nullable String unit) {
        String password = secrets.get("account-" + username);
        return new Account(UUID.randomUUID().toString(), username, name, password, List.of(role), account, unit, null);
    }

    private static Account until(Instant end, Account account) {
        return new Account(account.id(), account.username(), account.name(), account.password(), account.roles(), account.account(), account.unit(), end);
    }

    private static WebClient ui(Secrets secrets, String uiUrl) {
        return new WebClient(UI, clientSecret(secrets, UI), uiUrl + "/login/oauth2/code/innsyn", uiUrl + "/");
    }

    private static List<MachineClient> machines(Secrets secrets) {
        return List.of(
                new MachineClient(DSR, clientSecret(secrets, DSR), List.of("ledger:read"), List.of()),
                new MachineClient(
                        REPORTER,
                        clientSecret(secrets, REPORTER),
                        List.of("access:report", "identity:report"),
                        List.of("urn:innsyn:demo:support-desk", "urn:innsyn:demo:billing")),
                new MachineClient(OPERATOR, clientSecret(secrets, OPERATOR), List.of("operator"), List.of()));
    }

    private static List<CommandLineClient> commandLine(Secrets secrets, List<Account> accounts) {
        return accounts.stream()
                .map(account -> "cli-" + account.username())
                .map(id -> new CommandLineClient(id, clientSecret(secrets, id), id.substring("cli-".length())))
                .toList();
    }

    static String clientSecret(Secrets secrets, String client) {
        return secrets.get("client-" + client);
    }
}
