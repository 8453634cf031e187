package org.innsyn.dsr.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.innsyn.dsr.connector.Account;
import org.springframework.stereotype.Component;

/** Keyed hashes by which an account's requests are found without its number standing in a table; also of what commands say. */
@Component
public class AccountHashes {

    private static final byte[] COMMAND = "command".getBytes(StandardCharsets.UTF_8);

    private final AccountKeys keys;

    AccountHashes(AccountKeys keys) {
        this.keys = keys;
    }

    /** With the current key, which stays current until the caller's transaction ends. */
    public byte[] of(Account account) {
        return of(keys.hold(), account);
    }

    byte[] of(int number, Account account) {
        return keys.number(number).of("account", account.value());
    }

    /** Of a command, with the current key: the same bytes from the same address give the same. */
    public Fingerprint ofCommand(String address, byte[] body) {
        int number = keys.hold();
        return new Fingerprint(number, command(number, address, body));
    }

    /** Whether this is the fingerprint of a command, whichever key it was made with. */
    public boolean isOf(Fingerprint fingerprint, String address, byte[] body) {
        return Arrays.equals(fingerprint.hash(), command(fingerprint.key(), address, body));
    }

    private byte[] command(int number, String address, byte[] body) {
        return keys.number(number).of(COMMAND, address.getBytes(StandardCharsets.UTF_8), body);
    }

    /**
     * A command's hash.
     *
     * @param key the number of the key it was made with
     */
    public record Fingerprint(int key, byte[] hash) {
        @Override
        public String toString() {
            return "Fingerprint[" + key + "]";
        }
    }
}
