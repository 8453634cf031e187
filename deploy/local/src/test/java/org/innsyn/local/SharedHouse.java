package org.innsyn.local;

import java.io.IOException;
import java.util.List;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One house for all stories of a run: started for the first of them, taken down after the last. Stories that change what a customer has
 * do it to a customer of their own, so that their order does not matter.
 */
final class SharedHouse implements BeforeAllCallback, AutoCloseable {

    private static final Installation HOUSE = new Installation("story");

    private final Chromium chromium;

    private static SharedHouse running;

    /** For JUnit. */
    SharedHouse() {
        chromium = null;
    }

    private SharedHouse(Chromium chromium) {
        this.chromium = chromium;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(SharedHouse.class)).computeIfAbsent(SharedHouse.class, key -> start(), SharedHouse.class);
    }

    private static SharedHouse start() {
        try {
            HOUSE.up();
            running = new SharedHouse(new Chromium());
            return running;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the house for the stories did not start", e);
        }
    }

    /** So that there is something to read about that customer, and something for the officer to look at. */
    static void somebodyLooksAt(Account customer) throws IOException, InterruptedException {
        somebodyLooksAt(customer, "p-999");
    }

    /** @param somebody their id, whom no rule allows it */
    static void somebodyLooksAt(Account customer, String somebody) throws IOException, InterruptedException {
        new Callers(directory(), HOUSE.ports(), customer).somebodyLooksAt(customer, somebody);
    }

    static Installation house() {
        return HOUSE;
    }

    static Chromium chromium() {
        return running.chromium;
    }

    static String pages() {
        return HousePorts.url(HOUSE.ports().ui());
    }

    static SignInDirectory directory() {
        return SignInDirectory.read(new HomeFolder(HOUSE.home()));
    }

    /** Everybody who can sign in to see their own data. */
    static List<Account> customers() {
        return directory().accounts().stream().filter(account -> account.account() != null).toList();
    }

    /** The account of a user name, which is the role's name for staff. */
    static Account account(String username) {
        return directory().accounts().stream().filter(account -> account.username().equals(username)).findFirst().orElseThrow();
    }

    /** Signs in with a browser of one's own. */
    static Visitor signedIn(Account account) {
        return chromium().visitor(pages(), account.roles().getFirst()).signIn(account.username(), account.password());
    }

    @Override
    public void close() throws Exception {
        running.chromium.close();
        HOUSE.close();
    }
}
