package org.innsyn.dsr.connector.webhook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.dsr.connector.Ability;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.SystemTrace;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.connector.WholeSystem;
import org.innsyn.dsr.connector.link.AnswerRefused;
import org.innsyn.dsr.connector.webhook.Order.Type;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.RandomSource;

/** A system behind a webhook. It may take its time: an order that is not completed yet is given again, under its id, until it is. */
public final class WebhookConnector extends WholeSystem {

    private static final String ORDER = "order";

    private final WebhookSystem system;
    private final KeyedHash ids;
    private final RandomSource random;
    private final Duration pause;
    private final List<String> rectifiable;

    /**
     * @param ids makes ids of orders that come again without having been written down
     * @param pause how long to wait before asking again
     * @param rectifiable names of the fields the system corrects when it is asked to
     */
    public WebhookConnector(SystemProfile profile, WebhookSystem system, KeyedHash ids, RandomSource random, Duration pause, List<String> rectifiable, Clock clock) {
        super(profile, clock);
        this.system = system;
        this.ids = ids;
        this.random = random;
        this.pause = pause;
        this.rectifiable = List.copyOf(rectifiable);
    }

    @Override
    public Set<Ability> abilities() {
        return rectifiable.isEmpty()
                ? Set.of(Ability.DISCOVER, Ability.COLLECT, Ability.ERASE, Ability.READ_BACK)
                : Set.of(Ability.DISCOVER, Ability.COLLECT, Ability.ERASE, Ability.RECTIFY, Ability.READ_BACK);
    }

    @Override
    protected long count(Account account) {
        var status = ask(new Order(random.randomId().toString(), Type.DISCOVER, account.value()));
        if (status.status() != Status.State.COMPLETED || status.records() == null) {
            throw unavailable("it did not say at once how many records it holds");
        }
        return status.records();
    }

    @Override
    public void prepare(Account account) {
        completed(collection(account));
    }

    @Override
    public Snapshot open(Account account) {
        var order = collection(account);
        return new WebhookSnapshot(profile(), system, order, completed(order));
    }

    /** The same all day, so that a copy that waits, or is made anew after a crash, finds its order again. */
    private Order collection(Account account) {
        var day = LocalDate.ofInstant(clock().instant(), ZoneOffset.UTC).toString();
        return new Order(id(ids.of("collect", profile().system(), account.value(), day)), Type.COLLECT, account.value());
    }

    private static String id(byte[] hash) {
        var bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    @Override
    public Map<ItemKey, List<String>> rectifiable() {
        return rectifiable.isEmpty() ? Map.of() : Map.of(profile().item(), rectifiable);
    }

    /** That it says it is done is all there is: what single fields say cannot be asked, so nothing is said to be read back. */
    @Override
    public List<ItemResult> rectify(RequestId request, Account account, List<Correction> corrections) {
        var values = new TreeMap<String, String>();
        corrections.forEach(correction -> values.put(correction.field(), correction.value()));
        // Under one number for the same values, so that it is done once however often it is asked.
        var number = new StringBuilder(request.toString());
        values.forEach((field, value) -> number.append('\n').append(field.length()).append(':').append(field).append(value.length()).append(':').append(value));
        completed(new Order(id(ids.of("rectify", profile().system(), account.value(), number.toString())), Type.RECTIFY, account.value(), values));
        return List.of(new ItemResult.CarriedOut(profile().item(), Map.of("corrected", (long) values.size()), null, null));
    }

    @Override
    public Trace trace(Account account, Trace known) {
        var found = known.and(SystemTrace.of(profile(), account, count(account)));
        return known.of(ORDER).isEmpty() ? found.and(new Trace(Map.of(ORDER, List.of(random.randomId().toString())), Map.of())) : found;
    }

    /** Under a new number: the old order is done, and would not be done again. */
    @Override
    public Trace again(Trace trace) {
        var account = SystemTrace.account(trace);
        return SystemTrace.of(profile(), account, count(account)).and(new Trace(Map.of(ORDER, List.of(random.randomId().toString())), Map.of()));
    }

    @Override
    protected void removeAll(Account account, Trace trace) {
        completed(new Order(trace.of(ORDER).getFirst(), Type.ERASE, account.value()));
        // That it says so is not enough: it has to hold nothing when it is asked anew.
        long left = count(account);
        if (left > 0) {
            throw unavailable("it holds " + left + " records after it said that all were removed");
        }
    }

    private Status completed(Order order) {
        var status = ask(order);
        return switch (status.status()) {
            case COMPLETED -> status;
            case PENDING, IN_PROGRESS -> throw new AnswerAwaited(pause);
            case REFUSED -> throw unavailable("it refused");
        };
    }

    private Status ask(Order order) {
        try {
            return system.order(order);
        } catch (IOException e) {
            throw unavailable(e instanceof AnswerRefused ? Objects.requireNonNull(e.getMessage()) : e.getClass().getSimpleName());
        }
    }

    private SystemUnavailable unavailable(String why) {
        return WebhookSnapshot.unavailable(profile(), why);
    }
}
