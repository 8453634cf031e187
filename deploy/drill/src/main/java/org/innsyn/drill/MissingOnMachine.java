package org.innsyn.drill;

/** A program that the drill needs is not on this machine, or may not be used; nothing was drilled. */
public final class MissingOnMachine extends RuntimeException {

    public MissingOnMachine(String message) {
        super(message);
    }
}
