package org.innsyn.demo.mailbox;

/**
 * A customer who keeps something with the company.
 *
 * @param account how servers know them
 * @param name what they are called
 * @param email their address
 */
record Owner(String account, String name, String email) {}
