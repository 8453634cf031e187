package org.innsyn.drill.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.innsyn.bench.house.Database;
import org.innsyn.drill.load.Load;

/**
 * What stands in the database of what was acknowledged: every source numbers its reports from 0 on, so each number must be there once.
 *
 * @param acknowledged reports that were acknowledged
 * @param lost of those, how many are not there
 * @param duplicates entries beyond one a report
 * @param gaps numbers missing below a source's highest, and ledgers whose entries are not numbered 1, 2, 3 ...
 * @param strangers whether people have other numbers of entries than were reported about them
 */
public record Recorded(long acknowledged, long lost, long duplicates, long gaps, boolean strangers) {

    private static final String ENTRIES = """
            select e ->> 'source', count(*), count(distinct (e ->> 'sequence')::bigint), count(distinct (e ->> 'sequence')::bigint) filter (where (e ->> 'sequence')::bigint < ?),
                   max((e ->> 'sequence')::bigint)
              from (select convert_from(payload, 'UTF8')::jsonb as e from domain_event where payload_type = 'ledger.AccessRecorded') each
             where e ->> 'source' = ? group by 1""";
    private static final String UNEVEN = """
            select count(*) from (select (convert_from(payload, 'UTF8')::jsonb ->> 'number')::bigint as number,
                   row_number() over (partition by aggregate_id order by sequence_number) as place from domain_event where payload_type = 'ledger.AccessRecorded') each
             where number <> place""";
    private static final String PEOPLE = """
            select entries, count(*) from (select count(*) as entries from domain_event where payload_type = 'ledger.AccessRecorded' group by aggregate_id) each
             group by 1 order by 1""";

    /** Compares while nothing is reported. */
    public static Recorded compare(Database database, Map<String, Long> acknowledged) {
        long sum = 0;
        long lost = 0;
        long duplicates = 0;
        long gaps = database.number("select coalesce(sum(last - first + 1), 0) from sequence_gap") + database.number(UNEVEN);
        for (var source : acknowledged.entrySet()) {
            var row = source(database, source.getKey(), source.getValue());
            sum += source.getValue();
            lost += source.getValue() - row.get(2);
            duplicates += row.get(0) - row.get(1);
            gaps += row.get(3) + 1 - row.get(1);
        }
        return new Recorded(sum, lost, duplicates, gaps, !people(database).equals(Load.entriesOfPeople(acknowledged)));
    }

    /** Of one source: entries, distinct numbers, distinct numbers below {@code acknowledged}, the highest number. */
    private static List<Long> source(Database database, String source, long acknowledged) {
        return database.query(row -> List.of(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)), ENTRIES, acknowledged, source)
                .stream().findFirst().orElse(List.of(0L, 0L, 0L, -1L));
    }

    private static Map<Long, Long> people(Database database) {
        var people = new TreeMap<Long, Long>();
        database.query(row -> people.put(row.getLong(1), row.getLong(2)), PEOPLE);
        return people;
    }

    /** Sentences about what does not hold. */
    public List<String> complaints() {
        var complaints = new ArrayList<String>();
        add(complaints, lost, "%,d acknowledged reports are not recorded.");
        add(complaints, duplicates, "%,d entries are there more than once.");
        add(complaints, gaps, "%,d numbers are missing, in sources or in ledgers.");
        if (strangers && complaints.isEmpty()) {
            complaints.add("The entries do not stand in the ledgers of the people they are about.");
        }
        return complaints;
    }

    private static void add(List<String> complaints, long count, String sentence) {
        if (count != 0) {
            complaints.add(sentence.formatted(count));
        }
    }
}
