package org.innsyn.schemas.operator;

import java.util.List;

/**
 * How the keys of one kind of hashes stand.
 *
 * @param name which kind ("blind-index")
 * @param current the number of the key that new hashes are made with
 * @param retired older keys that are still tried, oldest first
 */
public record HashKeyStatus(String name, int current, List<Retired> retired) {

    /**
     * An older key.
     *
     * @param number which one
     * @param rows how many hashes were made with it and cannot, or not yet, be made anew
     */
    public record Retired(int number, long rows) {}
}
