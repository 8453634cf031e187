package org.innsyn.drill.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.innsyn.bench.house.Endpoint;
import org.innsyn.bench.house.House;
import org.innsyn.drill.Until;

/** All applications together. */
public final class Load implements AutoCloseable {

    private static final int HTTP_BATCH = 20;
    private static final int KAFKA_BATCH = 10;
    /** Without a rest to speak of. */
    private static final Duration EAGER = Duration.ofMillis(4);
    /** The broker takes reports also while nobody reads them: without a rest they would pile up for minutes whenever the service is away. */
    private static final Duration OVER_KAFKA = Duration.ofMillis(100);
    private static final Duration ACKNOWLEDGED_LIMIT = Duration.ofMinutes(3);

    private final List<Application> applications = new ArrayList<>();

    /**
     * Makes applications that wait to be told to work, and then report over HTTP as fast as they are answered.
     *
     * @param overHttp how many report to {@code endpoints}
     * @param overKafka how many report to the topic
     */
    public Load(House house, List<Endpoint> endpoints, int overHttp, int overKafka) {
        this(house, endpoints, overHttp, EAGER, overKafka, OVER_KAFKA);
    }

    /** @param between how long every application rests after a batch, whichever way it reports */
    public Load(House house, List<Endpoint> endpoints, int overHttp, int overKafka, Duration between) {
        this(house, endpoints, overHttp, between, overKafka, between);
    }

    private Load(House house, List<Endpoint> endpoints, int overHttp, Duration betweenHttp, int overKafka, Duration betweenKafka) {
        for (int i = 0; i < overHttp; i++) {
            applications.add(new HttpApplication("urn:drill:http:" + i, HTTP_BATCH, betweenHttp, i, endpoints));
        }
        for (int i = 0; i < overKafka; i++) {
            applications.add(new KafkaApplication("urn:drill:kafka:" + i, KAFKA_BATCH, betweenKafka, house.engines().kafka().bootstrapServers()));
        }
        applications.forEach(Application::begin);
    }

    public void work() {
        applications.forEach(Application::work);
    }

    /** Lets everything that was sent be acknowledged, however often it must be sent, and then sends nothing. */
    public void pause() throws InterruptedException {
        applications.forEach(Application::pause);
        Until.holds(() -> "everything that was sent is acknowledged, to " + applications.stream().filter(each -> !each.isIdle()).toList(), ACKNOWLEDGED_LIMIT,
                () -> applications.stream().allMatch(Application::isIdle));
    }

    /** How many reports of each source were acknowledged, the first ones. */
    public Map<String, Long> acknowledged() {
        var counts = new TreeMap<String, Long>();
        applications.forEach(each -> counts.put(each.source(), each.acknowledged()));
        return counts;
    }

    /** How many people have how many entries, when each source's reports are recorded once. */
    public static Map<Long, Long> entriesOfPeople(Map<String, Long> acknowledged) {
        var entries = new HashMap<Integer, Long>();
        acknowledged.forEach((source, count) -> {
            for (long number = 0; number < count; number++) {
                entries.merge(Reports.person(source, number), 1L, Long::sum);
            }
        });
        var people = new TreeMap<Long, Long>();
        entries.values().forEach(count -> people.merge(count, 1L, Long::sum));
        return people;
    }

    @Override
    public void close() throws InterruptedException {
        applications.forEach(Application::close);
        for (var each : applications) {
            each.join();
        }
    }
}
