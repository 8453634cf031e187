package org.innsyn.verifier.entry;

/** Makes a sentence of what a parser said. */
final class Sentence {

    private Sentence() {}

    static String of(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }
}
