package org.innsyn.audit.policy.csv;

/**
 * Spreadsheets run a cell that begins like a formula. Such a cell is written with an apostrophe before it, which they hide, and read
 * without.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
final class Formulas {

    private static final String DANGEROUS = "=+-@\t\r'";

    private Formulas() {}

    static String armed(String cell) {
        return isDangerous(cell) ? "'" + cell : cell;
    }

    /** Undoes {@link #armed}, and nothing else. */
    static String disarmed(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && isDangerous(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0;
    }
}
