package org.innsyn.schemas.oversight;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Whether a person is told which member of staff looked at their data. Units and roles are always told; a name only after a decision about that one entry,
 * with its reasons, heard by the data protection officer (CJEU C-579/21). An access that a finding concludes to be wrong goes to such a decision by itself.
 * Whatever changes one names the version it was decided on: 409 ({@code stale}) when somebody else was faster; nothing was changed then.
 */
@HttpExchange("/api/v1/names")
public interface NamesApi {

    int MAX_TEXT = 4_000;

    /** Role subject. Asks for the name behind an entry of the caller's own log; asked again, it is the same question. */
    @PostExchange("/mine")
    NameView ask(@RequestBody Ask ask);

    /** Role subject. What the caller asked or what was opened about their entries, newest first. */
    @GetExchange("/mine")
    List<NameView> mine();

    /** Roles dpo, controller. Those that wait for somebody first, then the last decided; at most 200. */
    @GetExchange
    List<NameView> all();

    /** Role dpo. Says what speaks for and against it; decides nothing. */
    @PostExchange("/{entry}/advice")
    NameView advise(@PathVariable("entry") UUID entry, @RequestBody Say say);

    /** Role controller, and nobody who advised. Needs the officer's advice first. */
    @PostExchange("/{entry}/decision")
    NameView decide(@PathVariable("entry") UUID entry, @RequestBody Say say);

    /**
     * @param entry the entry
     * @param why why the name matters to the person, 10 to {@value #MAX_TEXT} characters; kept encrypted
     */
    record Ask(UUID entry, String why) {
        @Override
        public String toString() {
            return "Ask[" + entry + "]";
        }
    }

    /**
     * @param version the version it was said on
     * @param tell whether to tell the name
     * @param why the reasons, 10 to {@value #MAX_TEXT} characters; the person reads those of the decision
     */
    record Say(long version, boolean tell, String why) {
        @Override
        public String toString() {
            return "Say[" + version + ", " + tell + "]";
        }
    }
}
