package org.innsyn.dsr.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.innsyn.dsr.connector.StorageRule;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.register.ProcessingRegister;
import org.innsyn.dsr.register.ProcessingRegister.Activity;
import org.innsyn.schemas.policy.GrantedUse;
import org.jspecify.annotations.Nullable;

/**
 * The eight answers of GDPR Art. 15(1)(a) to (h), and Art. 15(2): what the register says, what the access control table allows, what the person's own
 * log shows, and where the three differ. What nobody has written down is said to be missing instead of being left out.
 */
final class ProcessingPage {

    private static final String ANY = "*";

    private final Html html;
    private final Words words;
    private final CopyContents contents;
    private final ProcessingRegister register;
    private final List<GrantedUse> uses;
    private final List<StorageRule> rules;
    private final Observed observed;
    private final List<Activity> activities;

    ProcessingPage(Html html, Words words, IndexPage.Found found) {
        this.html = html;
        this.words = words;
        this.contents = found.contents();
        this.register = found.register();
        this.uses = found.uses();
        this.rules = found.rules();
        this.observed = found.observed();
        this.activities = register.about(contents.held());
    }

    void write() {
        html.raw("<h2 id=\"processing\">" + Html.escape(words.say("processing")) + "</h2>");
        text("processing.intro");
        if (register.equals(ProcessingRegister.EMPTY)) {
            text("processing.none");
        }
        purposes();
        categories();
        recipients();
        each("storage", Activity::storage);
        rules();
        rights();
        complaint();
        each("source", Activity::source);
        one("automated", register.automatedDecisions());
        one("transfers", register.transfers());
        who();
    }

    private void purposes() {
        heading("purposes");
        var registered = new LinkedHashSet<String>();
        activities.forEach(activity -> registered.addAll(activity.purposes()));
        var granted = new TreeSet<String>();
        uses.forEach(use -> granted.addAll(use.purposes()));
        granted.remove(ANY);
        var all = new LinkedHashSet<>(registered);
        all.addAll(observed.purposes().keySet());
        if (all.isEmpty()) {
            text("unknown");
            return;
        }
        html.table(words.say("purposes"), heads("purposes.purpose", "purposes.basis", "purposes.data", "purposes.who", "purposes.seen"),
                all.stream().map(this::purpose).toList());
        if (contents.includesAccessLog()) {
            differences("differs.seen-not-registered", observed.purposes().keySet(), registered);
            differences("differs.seen-not-granted", observed.purposes().keySet(), anythingGranted() ? observed.purposes().keySet() : granted);
            differences("differs.registered-not-granted", registered, anythingGranted() ? registered : granted);
        } else {
            text("differs.no-log");
        }
    }

    private boolean anythingGranted() {
        return uses.stream().anyMatch(use -> use.purposes().contains(ANY));
    }

    private List<@Nullable Object> purpose(String code) {
        var known = register.purposes().get(code);
        return Arrays.asList(
                purposeText(code),
                known == null ? words.say("unknown") : words.say(known.legalBasis()),
                String.join(", ", activities.stream().filter(activity -> activity.purposes().contains(code)).map(activity -> words.say(activity.title())).toList()),
                String.join(", ", new TreeSet<>(uses.stream().filter(use -> use.purposes().contains(code)).map(this::persons).toList())),
                contents.includesAccessLog() ? observed.purposes().getOrDefault(code, 0L) : null);
    }

    private String purposeText(String code) {
        var known = register.purposes().get(code);
        return known == null ? code : words.say(known.text()) + " (" + code + ")";
    }

    private String persons(GrantedUse use) {
        int colon = use.persons().indexOf(':');
        return colon >= 0 ? use.persons().substring(colon + 1) : words.find("persons." + use.persons()).orElse(use.persons());
    }

    /** Says what stands in one and not in the other, or that there is no such thing. */
    private void differences(String key, Set<String> one, Set<String> other) {
        var missing = one.stream().filter(code -> !other.contains(code)).map(this::purposeText).toList();
        html.text("p", missing.isEmpty() ? words.say(key + ".none") : words.say(key, String.join("; ", missing)));
    }

    private void categories() {
        heading("categories");
        html.raw("<ul>");
        for (var category : contents.held()) {
            String title = activities.stream().filter(activity -> activity.categories().contains(category)).findFirst()
                    .map(activity -> words.say(activity.title()) + " (" + category + ")")
                    .orElse(category);
            html.text("li", title);
        }
        html.raw("</ul>");
    }

    private void recipients() {
        heading("recipients");
        var registered = new ArrayList<Title>();
        activities.forEach(activity -> registered.addAll(activity.recipients()));
        html.raw("<ul>");
        registered.stream().distinct().forEach(recipient -> html.text("li",
                words.say(recipient) + (contents.includesAccessLog() ? " — " + seen(recipient) : "")));
        observed.recipients().forEach((name, times) -> {
            if (registered.stream().noneMatch(recipient -> isCalled(recipient, name))) {
                html.text("li", words.say("recipients.seen-not-registered", name, String.valueOf(times)));
            }
        });
        html.raw("</ul>");
        if (observed.furtherRecipients() > 0) {
            html.text("p", words.say("recipients.further", String.valueOf(observed.furtherRecipients())));
        }
        if (registered.isEmpty() && observed.recipients().isEmpty()) {
            text(contents.includesAccessLog() ? "recipients.none" : "recipients.none-registered");
        }
        text("recipients.staff");
    }

    private String seen(Title recipient) {
        long times = observed.recipients().entrySet().stream().filter(each -> isCalled(recipient, each.getKey())).mapToLong(Map.Entry::getValue).sum();
        return times == 0 ? words.say("recipients.not-seen") : words.say("recipients.seen", String.valueOf(times));
    }

    private static boolean isCalled(Title recipient, String name) {
        return recipient.en().equalsIgnoreCase(name) || recipient.nb().equalsIgnoreCase(name);
    }

    /** What the register says of each activity under one heading. */
    private void each(String key, Function<Activity, Title> answer) {
        heading(key);
        if (activities.isEmpty()) {
            text("unknown");
            return;
        }
        html.table(words.say(key), heads("what", key), activities.stream()
                .map(activity -> List.<Object>of(words.say(activity.title()), words.say(answer.apply(activity)))).toList());
        var unsaid = new TreeSet<>(contents.held());
        activities.forEach(activity -> unsaid.removeAll(activity.categories()));
        if (!unsaid.isEmpty()) {
            html.text("p", words.say("unknown.for", String.join(", ", unsaid)));
        }
    }

    /** What the systems really do, beside what the register says. */
    private void rules() {
        if (!rules.isEmpty()) {
            html.raw("<ul>");
            rules.forEach(rule -> html.text("li",
                    words.say("storage.rule", words.say(rule.title()), String.valueOf(rule.yearsAfterFiscalYear()), words.ground(rule.ground()))));
            html.raw("</ul>");
        }
    }

    private void rights() {
        heading("rights");
        text("rights.text");
    }

    private void complaint() {
        heading("complaint");
        html.text("p", words.say("complaint.text", Objects.requireNonNullElse(contents.authority(), words.say("complaint.authority"))));
    }

    private void one(String key, @Nullable Title answer) {
        heading(key);
        html.text("p", answer == null ? words.say("unknown") : words.say(answer));
    }

    private void who() {
        if (register.controller() != null) {
            html.text("p", words.say("controller", words.say(register.controller())));
        }
        if (register.officer() != null) {
            html.text("p", words.say("officer", words.say(register.officer())));
        }
    }

    private void heading(String key) {
        html.text("h3", words.say(key + ".heading"));
    }

    private void text(String key) {
        html.text("p", words.say(key));
    }

    private List<String> heads(String... keys) {
        return Arrays.stream(keys).map(key -> words.say(key)).toList();
    }
}
