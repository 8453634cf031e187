package org.innsyn.dsr.connector;

import java.net.URI;

/**
 * The account elsewhere into which a person wants their data (GDPR Art. 20(2)). Secret, and personal: it lies in the vault until the transfer is over, and shows
 * in no log and no message.
 *
 * @param address {@code imaps://} or {@code https://}; without TLS on this machine only
 * @param username who signs in there
 * @param password their password there
 */
public record Target(URI address, String username, String password) {

    @Override
    public String toString() {
        return "Target[]";
    }
}
