package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held about somebody, where, and what would become of it if they asked for erasure today. Counts, never the data itself.
 *
 * @param items each kind of data in each system
 * @param silent the systems that did not say in time what they hold
 * @param answerBy by when an answer would be owed to what is asked today
 */
public record HeldData(List<Item> items, List<String> silent, LocalDate answerBy) {

    /**
     * @param key names it within the system ("demo/invoices"), as {@link RequestItem#key()}
     * @param system the system that holds it
     * @param category the data category, in the vocabulary of the access control table
     * @param found how many records
     * @param erasure what would be proposed if erasure was asked for: {@code erase} or {@code keep}
     * @param basis the legal basis it is held on, as the system's description says ("contract"); null where it says nothing
     * @param ground for what would be kept: the key of the ground ("bookkeeping-law")
     * @param groundText the ground in plain English, with its source
     * @param keptUntil for what would be kept: until when; null where no date can be said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String key,
            String system,
            String category,
            long found,
            Outcome erasure,
            @Nullable String basis,
            @Nullable String ground,
            @Nullable String groundText,
            @Nullable LocalDate keptUntil) {}
}
