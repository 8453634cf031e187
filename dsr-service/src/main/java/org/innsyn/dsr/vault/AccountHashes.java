package org.innsyn.dsr.vault;

import org.innsyn.dsr.connector.Account;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.springframework.stereotype.Component;

/** Keyed hashes by which an account's requests are found without its number standing in a table; also of what commands say. */
@Component
public class AccountHashes {

    private final KeyedHash hash;

    AccountHashes(KeyFolder keys) {
        this.hash = new KeyedHash(keys.getOrCreate("request-accounts-000001"));
    }

    public byte[] of(Account account) {
        return hash.of("account", account.value());
    }

    /** Of a command: the same bytes from the same address give the same. */
    public byte[] ofCommand(String address, byte[] body) {
        return hash.of("command".getBytes(java.nio.charset.StandardCharsets.UTF_8), address.getBytes(java.nio.charset.StandardCharsets.UTF_8), body);
    }
}
