package org.innsyn.dsr.vault;

import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.operator.HashKeyStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a new key in the place of the one accounts are hashed with, and hashes anew what the vault knows, in one transaction: whoever looks sees all of it
 * under one key or all under the other. Requests and holds are few beside accesses; those who add one meanwhile wait.
 *
 * <p>A request whose vault key was destroyed is found by no account any more. Commands are not hashed anew; their key ends when they are forgotten.
 */
@Component
public class AccountKeyRotation {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final AccountKeys keys;
    private final AccountHashes hashes;
    private final RequestVault vault;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    AccountKeyRotation(AccountKeys keys, AccountHashes hashes, RequestVault vault, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.keys = keys;
        this.hashes = hashes;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @throws IllegalStateException when an erasure that is on its way could not be found under the new key; nothing is changed then */
    public void rotate() {
        transaction.executeWithoutResult(_ -> {
            int number = keys.rotate();
            move("request_register", "request_id", number);
            move("legal_hold", "hold_id", number);
            follow("erasure_begun");
            follow("held_item");
        });
        keys.endUnused();
    }

    private void move(String table, String id, int number) {
        String next = "select %1$s from %2$s where account_hash is not null and %1$s > ? order by %1$s limit %3$d".formatted(id, table, PAGE);
        var page = jdbc.queryForList(next, UUID.class, FIRST);
        while (!page.isEmpty()) {
            jdbc.batchUpdate("update %s set account_hash = ? where %s = ?".formatted(table, id), page.stream().map(each -> new Object[] {hashed(each, number), each}).toList());
            page = jdbc.queryForList(next, UUID.class, page.getLast());
        }
    }

    private byte[] hashed(UUID id, int number) {
        return vault.text(new RequestId(id), Field.ACCOUNT).map(account -> hashes.of(number, new Account(account))).orElse(null);
    }

    private void follow(String table) {
        int lost = jdbc.queryForObject("select count(*) from %s left join request_register r using (request_id) where r.account_hash is null".formatted(table), Integer.class);
        if (lost > 0) {
            throw new IllegalStateException("the account of " + lost + " erasures that are on their way is not in the vault; the key was not changed");
        }
        jdbc.update("update %s i set account_hash = r.account_hash from request_register r where r.request_id = i.request_id".formatted(table));
    }

    /** How the keys stand. */
    public HashKeyStatus status() {
        return new HashKeyStatus(AccountKeys.NAME, keys.current(), keys.retired().stream().map(number -> new HashKeyStatus.Retired(number,
                jdbc.queryForObject("select count(*) from idempotency_key where fingerprint_key = ?", Long.class, number))).toList());
    }

    @Scheduled(fixedDelayString = "PT1H")
    void endUnused() {
        keys.endUnused();
    }
}
