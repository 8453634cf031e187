package org.innsyn.dsr.hold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a hold has to be, as data. A released version is never edited.
 *
 * @param id names the pack
 * @param version grows with every change
 * @param grounds keys of the grounds a hold can have, in the rule pack of grounds: a hold is no ground itself
 * @param source where those stand
 * @param reviewWithinMonths how many months there may be until somebody looks at it again
 */
public record HoldRules(String id, int version, List<String> grounds, String source, int reviewWithinMonths) {

    /** The newest that ships with this service. */
    public static HoldRules shipped() {
        try (InputStream in = HoldRules.class.getResourceAsStream("/rule-packs/holds-1.yaml")) {
            return new YAMLMapper().readValue(in, HoldRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands in events ("holds/1"). */
    String name() {
        return id + "/" + version;
    }

    LocalDate latestReview(LocalDate today) {
        return today.plusMonths(reviewWithinMonths);
    }
}
