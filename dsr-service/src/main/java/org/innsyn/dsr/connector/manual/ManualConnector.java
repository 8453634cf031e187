package org.innsyn.dsr.connector.manual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.dsr.connector.Ability;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.connector.manual.ManualWork.Answer;
import org.innsyn.dsr.connector.manual.ManualWork.Order;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/**
 * A system in which a person does it. Nothing is counted before it is decided, and nothing is read back afterwards: the result is what that person said,
 * and says so.
 */
public final class ManualConnector implements Connector {

    private static final String REQUEST = "request";
    /** Whoever is done wakes the task; this is for what gets lost. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final SystemProfile profile;
    private final Title instructions;
    private final int days;
    private final ManualWork work;

    /** @param days within how many days a person has to have done it */
    public ManualConnector(SystemProfile profile, Title instructions, int days, ManualWork work) {
        this.profile = profile;
        this.instructions = instructions;
        this.days = days;
        this.work = work;
    }

    @Override
    public String system() {
        return profile.system();
    }

    /** No reading back: nobody but the person has looked. */
    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.COLLECT, Ability.ERASE);
    }

    @Override
    public String object() {
        return profile.object();
    }

    /** Somebody looks once it is decided; until then nothing is known, which is not the same as nothing being there. */
    @Override
    public List<Holding> discover(Account account, Right right, LocalDate today) {
        return List.of(profile.holding(right, 0));
    }

    @Override
    public List<Holding> undiscovered(Right right) {
        return List.of(profile.holding(right, 0).withoutCount());
    }

    @Override
    public void prepare(RequestId request, Account account) {
        answer(request, Work.COLLECT);
    }

    @Override
    public Snapshot open(Account account) {
        throw new IllegalStateException("what people do by hand belongs to a request");
    }

    @Override
    public Snapshot open(RequestId request, Account account) {
        return new Collected(profile.title(), answer(request, Work.COLLECT));
    }

    @Override
    public Trace trace(Account account, Trace known) {
        throw new IllegalStateException("what people do by hand belongs to a request");
    }

    @Override
    public Trace trace(RequestId request, Account account, Trace known) {
        return new Trace(Map.of(REQUEST, List.of(request.toString())), Map.of());
    }

    @Override
    public List<ItemResult> erase(Trace trace, List<Decision> decisions, LocalDate today) {
        var request = RequestId.parse(trace.of(REQUEST).getFirst());
        return decisions.stream().map(decision -> carryOut(decision, request)).toList();
    }

    private ItemResult carryOut(Decision decision, RequestId request) {
        if (decision.outcome() != Outcome.ERASE) {
            return new ItemResult.CarriedOut(decision.item(), Map.of(), null, null);
        }
        var answer = answer(request, Work.ERASE);
        return new ItemResult.CarriedOut(decision.item(), answer.nothingThere() ? Map.of("erased", 0L) : answer.affected(), null, null);
    }

    private Answer answer(RequestId request, Work what) {
        return work.ask(new Order(request, system(), what, instructions, days)).orElseThrow(() -> new AnswerAwaited(LOOK_AGAIN));
    }

    /** What was uploaded, and what was said about it. */
    private record Collected(Title system, Answer answer) implements Snapshot {

        @Override
        public Title title(ItemKey item) {
            return system;
        }

        @Override
        public Content content(ItemKey item) {
            return (Content.Files) this::write;
        }

        private long write(FileSink sink) throws IOException {
            var said = answer.statement().getBytes(StandardCharsets.UTF_8);
            sink.show(new FileSink.Shown("statement.txt", 1, List.of(sink.add(List.of("statement.txt"), out -> out.write(said)))));
            for (var file : answer.files()) {
                sink.show(new FileSink.Shown(file.name(), 1, List.of(sink.add(List.of("files", file.name()), file::copyTo))));
            }
            return answer.files().size();
        }

        @Override
        public void close() {
            // Each file is opened by itself.
        }
    }
}
