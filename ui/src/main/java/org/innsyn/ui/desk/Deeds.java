package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DeskCommands.Ask;
import org.innsyn.schemas.request.DeskCommands.CheckIdentity;
import org.innsyn.schemas.request.DeskCommands.Explain;
import org.innsyn.schemas.request.DeskCommands.Extend;
import org.innsyn.schemas.request.DeskCommands.GiveOpinion;
import org.innsyn.schemas.request.DeskCommands.RecordAnswer;
import org.innsyn.schemas.request.DeskCommands.RecordByHand;
import org.innsyn.schemas.request.DeskCommands.RecordWithdrawal;
import org.innsyn.schemas.request.DeskCommands.Reopen;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Opinion;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.hold.PlaceForm;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Everything somebody may do with a request beside preparing and deciding it, each folded away. */
final class Deeds extends Div {

    static final List<String> EXTENSION_GROUNDS = List.of("complexity", "number-of-requests");
    private static final List<Channel> NOT_THE_PORTAL = Stream.of(Channel.values()).filter(channel -> channel != Channel.PORTAL).toList();

    private final RequestView request;
    private final RequestDeskApi desk;
    private final RequestsApi requests;
    private final HoldsApi holds;
    private final Doing doing;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;

    /** Has a command sent; what was typed for it is forgotten once it is carried out. */
    interface Doing {
        void send(String deed, Supplier<RequestView> command);
    }

    Deeds(RequestView request, Set<Deed> possible, RequestDeskApi desk, RequestsApi requests, HoldsApi holds, Doing doing, Drafts drafts, Words words, Moments moments) {
        this.request = request;
        this.desk = desk;
        this.requests = requests;
        this.holds = holds;
        this.doing = doing;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
        addClassName("deeds");
        if (!possible.isEmpty()) {
            add(new H2(words.say("case.deeds")));
        }
        possible.stream().map(this::form).forEach(this::add);
    }

    private DeedForm form(Deed deed) {
        var letters = new LetterDeeds(request, desk, doing, drafts, words, moments);
        return switch (deed) {
            case IDENTITY -> identity();
            case CODE -> letters.code();
            case CONFIRM_CODE -> letters.confirmCode();
            case ACKNOWLEDGEMENT -> letters.acknowledgement();
            case ANNOUNCEMENT -> letters.announcement();
            case HOLD_ITEM -> hold();
            case QUESTION -> question();
            case ANSWER -> answer();
            case BY_HAND -> byHand();
            case WITHDRAWAL -> withdrawal();
            case EXTENSION -> extension();
            case REOPENING -> reopening();
            case OPINION -> opinion();
            case STOP -> explained(deed, text -> desk.stop(request.id(), new Explain(request.version(), text)));
            case LIFT_STOP -> explained(deed, text -> desk.liftStop(request.id(), new Explain(request.version(), text)));
        };
    }

    private DeedForm identity() {
        var form = form("identity");
        var methods = Stream.of(IdentityMethod.values()).filter(method -> method != IdentityMethod.PORTAL_SESSION && method != IdentityMethod.ONE_TIME_CODE).toList();
        var method = form.choice("method", methods, each -> words.say("identity." + Words.name(each)));
        return form.does(() -> doing.send("identity", () -> desk.checkIdentity(request.id(), new CheckIdentity(request.version(), method.getValue()))));
    }

    private DeedForm question() {
        var form = form("question");
        var about = form.choice("about", List.of(Question.values()), each -> words.say("question." + Words.name(each)));
        var text = form.text("question", DeedForm.SHORTEST_TEXT);
        var sent = form.moment("sent", Instant.now());
        return form.does(() -> doing.send("question", () -> desk.ask(request.id(), new Ask(request.version(), about.getValue(), form.at(sent), text.getValue().strip()))));
    }

    private DeedForm answer() {
        var form = form("answer");
        var text = form.text("answer", 0);
        var arrived = form.moment("arrived", Instant.now());
        return form.does(() -> doing.send("answer", () -> desk.recordAnswer(request.id(),
                new RecordAnswer(request.version(), form.at(arrived), text.isEmpty() ? null : text.getValue().strip()))));
    }

    private DeedForm byHand() {
        var form = form("by-hand");
        var requestWords = new RequestWords(words, moments);
        var item = form.choice("item", request.items().stream().filter(each -> Deed.waitsForAHand(request, each)).toList(), requestWords::item);
        var statement = form.text("statement", DeedForm.SHORTEST_TEXT);
        var count = form.number("count");
        return form.does(() -> doing.send("by-hand", () -> desk.recordByHand(request.id(), new RecordByHand(request.version(), item.getValue().key(),
                Map.of(counted(item.getValue().proposal()), Long.parseLong(count.getValue())), statement.getValue().strip()))));
    }

    /** What was done, as it is counted. */
    private static String counted(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> "corrected";
            case RESTRICT -> "restricted";
            case STOP -> "stopped";
            case REVIEW -> "reviewed";
            case ERASE -> "erased";
            case KEEP -> "kept";
            case INCLUDE, LEAVE_OUT, DECLINE, NOT_CONCERNED -> "done";
        };
    }

    private DeedForm withdrawal() {
        var form = form("withdrawal");
        var channel = form.choice("channel", NOT_THE_PORTAL, each -> words.say("channel." + channel(each)));
        return form.does(() -> doing.send("withdrawal", () -> desk.recordWithdrawal(request.id(), new RecordWithdrawal(request.version(), channel.getValue()))));
    }

    /** Whose it is stands in the request and is not typed again. */
    private DeedForm hold() {
        var items = request.items().stream().filter(item -> Deed.canBeHeld(request, item)).toList();
        return new PlaceForm(moments.today(), place -> doing.send("hold-item", () -> {
            holds.place(place);
            return requests.get(request.id());
        }), drafts, words, moments).formFor(items, String.valueOf(request.account()));
    }

    private DeedForm extension() {
        var form = form("extension");
        var ground = form.choice("ground", EXTENSION_GROUNDS, each -> words.say("extension." + each));
        var reasons = form.text("reasons", DeedForm.SHORTEST_TEXT);
        var sent = form.moment("sent", Instant.now());
        var record = form.line("record", 0);
        return form.does(() -> doing.send("extension", () -> desk.extend(request.id(), new Extend(request.version(), ground.getValue(), form.at(sent),
                record.isEmpty() ? null : record.getValue().strip(), reasons.getValue().strip()))));
    }

    private DeedForm reopening() {
        var form = form("reopening");
        var ground = form.choice("ground", List.of(ReopeningGround.values()), each -> words.say("reopening." + Words.name(each)));
        var text = form.text("why", DeedForm.SHORTEST_TEXT);
        var asked = form.moment("asked", Instant.now());
        return form.does(() -> doing.send("reopening", () -> desk.reopen(request.id(), new Reopen(request.version(), ground.getValue(), form.at(asked), text.getValue().strip()))));
    }

    private DeedForm opinion() {
        var form = form("opinion");
        var opinion = form.choice("kind", List.of(Opinion.values()), each -> words.say("opinion." + Words.name(each)));
        var text = form.text("opinion", DeedForm.SHORTEST_TEXT);
        return form.does(() -> doing.send("opinion", () -> desk.giveOpinion(request.id(), new GiveOpinion(request.version(), opinion.getValue(), text.getValue().strip()))));
    }

    private DeedForm explained(Deed deed, Function<String, RequestView> command) {
        var name = Words.name(deed);
        var form = form(name);
        var text = form.text("why", DeedForm.SHORTEST_TEXT);
        return form.does(() -> doing.send(name, () -> command.apply(text.getValue().strip())));
    }

    private DeedForm form(String name) {
        return new DeedForm(name, drafts, words, moments);
    }

    /** As texts name it; the wire writes e-mail with a hyphen. */
    static String channel(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
