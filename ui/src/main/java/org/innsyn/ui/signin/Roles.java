package org.innsyn.ui.signin;

import java.util.List;

/** The roles people have, as the {@code roles} claim names them. */
public final class Roles {

    public static final String SUBJECT = "subject";
    public static final String CASE_HANDLER = "case-handler";
    public static final String CONTROLLER = "controller";
    public static final String DPO = "dpo";
    public static final String REGULATOR = "regulator";

    /** All of them, the one that names a person best first. */
    public static final List<String> ALL = List.of(CONTROLLER, CASE_HANDLER, DPO, REGULATOR, SUBJECT);

    private Roles() {}
}
