package org.innsyn.dsr.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.connector.Title;
import org.jspecify.annotations.Nullable;

/**
 * The controller's record of processing, as far as people are told of it (GDPR Art. 15(1), 15(2), 30(1)). Read from one file; checked against
 * {@code urn:innsyn:schema:register:1}.
 *
 * @param controller who is responsible, and how to write to them
 * @param officer how to reach the data protection officer
 * @param transfers what goes to countries outside the EEA, and with which safeguards (Art. 15(2)); that nothing does is said, too
 * @param automatedDecisions which decisions a machine takes alone, by which logic and with what consequences (Art. 22); that none are is said, too
 * @param purposes what data is used for, by the codes that accesses are reported with
 * @param activities what is held
 */
public record ProcessingRegister(
        @Nullable Title controller,
        @Nullable Title officer,
        @Nullable Title transfers,
        @Nullable Title automatedDecisions,
        Map<String, Purpose> purposes,
        List<Activity> activities) {

    /** Nothing is written down. */
    public static final ProcessingRegister EMPTY = new ProcessingRegister(null, null, null, null, Map.of(), List.of());

    /**
     * A purpose.
     *
     * @param text in plain words
     * @param legalBasis on what ground (Art. 6), in plain words
     */
    public record Purpose(Title text, Title legalBasis) {}

    /**
     * What is held, category by category.
     *
     * @param categories data categories, in the vocabulary of the access control table
     * @param title what people call them
     * @param purposes codes of purposes
     * @param recipients who gets it beside the controller; none is an empty list
     * @param storage how long, or by what it is decided
     * @param source where it comes from when not from the person
     */
    public record Activity(List<String> categories, Title title, List<String> purposes, List<Title> recipients, Title storage, Title source) {}

    /** What is written down about any of these categories. */
    public List<Activity> about(Collection<String> categories) {
        return activities.stream().filter(activity -> activity.categories().stream().anyMatch(categories::contains)).toList();
    }
}
