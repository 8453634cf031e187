package org.innsyn.engines;

/**
 * How to reach a database made for a test.
 *
 * @param url JDBC address
 * @param user its owner
 * @param password of the owner
 */
public record TestDatabase(String url, String user, String password) {}
