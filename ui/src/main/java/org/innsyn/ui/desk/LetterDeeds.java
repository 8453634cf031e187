package org.innsyn.ui.desk;

import java.time.Instant;
import java.util.List;
import org.innsyn.schemas.request.DeskCommands.Acknowledge;
import org.innsyn.schemas.request.DeskCommands.AnnounceExtension;
import org.innsyn.schemas.request.DeskCommands.ConfirmCode;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What can be done about letters: have a code or the notice of an extension sent, enter the code, and record that a recipient knows. */
final class LetterDeeds {

    /** With or without the spaces people say it with. */
    private static final String CODE = "[0-9](\\s*[0-9]){7}";

    private final RequestView request;
    private final RequestDeskApi desk;
    private final Deeds.Doing doing;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;

    LetterDeeds(RequestView request, RequestDeskApi desk, Deeds.Doing doing, Drafts drafts, Words words, Moments moments) {
        this.request = request;
        this.desk = desk;
        this.doing = doing;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
    }

    DeedForm code() {
        return form("code").does(() -> doing.send("code", () -> desk.sendCode(request.id(), new Move(request.version()))));
    }

    DeedForm confirmCode() {
        var form = form("confirm-code");
        var code = form.line("code", 8);
        form.needs(() -> code.getValue().strip().matches(CODE));
        return form.does(() -> doing.send("confirm-code", () -> desk.confirmCode(request.id(), new ConfirmCode(code.getValue().replaceAll("\\s", "")))));
    }

    DeedForm announcement() {
        var form = form("announcement");
        var last = request.due().firstLimit();
        if (last != null) {
            form.says(words.say(last.isBefore(moments.today()) ? "announcement.too-late" : "announcement.by", moments.date(last)));
        }
        var ground = form.choice("ground", Deeds.EXTENSION_GROUNDS, each -> words.say("extension." + each));
        var reasons = form.text("reasons", DeedForm.SHORTEST_TEXT);
        return form.does(() -> doing.send("announcement", () -> desk.announceExtension(request.id(),
                new AnnounceExtension(request.version(), ground.getValue(), reasons.getValue().strip()))));
    }

    DeedForm acknowledgement() {
        var form = form("acknowledgement");
        List<NoticeView> open = request.notices().stream().filter(Deed::awaitsAcknowledgement).toList();
        // One recipient may have been told of one thing after another.
        var notice = form.choice("notice", open, each -> words.say("acknowledgement.which",
                each.recipient() == null ? words.say("letter.recipient-gone") : Words.quoted(each.recipient()), moments.timeAndDay(each.createdAt())));
        var at = form.moment("at", Instant.now());
        var text = form.text("said", 0);
        form.needs(() -> notice.getValue() == null || at.getValue() == null || !form.at(at).isBefore(notice.getValue().createdAt()));
        return form.does(() -> doing.send("acknowledgement", () -> desk.acknowledge(request.id(), notice.getValue().id(),
                new Acknowledge(form.at(at), text.isEmpty() ? null : text.getValue().strip()))));
    }

    private DeedForm form(String name) {
        return new DeedForm(name, drafts, words, moments);
    }
}
