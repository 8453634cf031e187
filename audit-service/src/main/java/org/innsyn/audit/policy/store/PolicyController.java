package org.innsyn.audit.policy.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.innsyn.audit.policy.AccessControlTable;
import org.innsyn.audit.policy.Assignment;
import org.innsyn.audit.policy.Persons;
import org.innsyn.audit.policy.PolicyEvent.TablePublished;
import org.innsyn.audit.policy.PolicyRefused;
import org.innsyn.audit.policy.csv.StaffCsv;
import org.innsyn.audit.policy.csv.TableCsv;
import org.innsyn.audit.policy.csv.UnreadableCsv;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.policy.GrantedUse;
import org.innsyn.schemas.policy.Period;
import org.innsyn.schemas.policy.PolicyApi;
import org.innsyn.schemas.policy.PolicyOverview;
import org.innsyn.schemas.policy.PolicyOverview.TableVersion;
import org.innsyn.schemas.policy.Replay;
import org.innsyn.schemas.policy.ReplayQuery;
import org.innsyn.schemas.policy.StaffFile;
import org.innsyn.schemas.policy.TableFile;
import org.innsyn.schemas.policy.UnusedGrants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** The policy over HTTP. */
@RestController
class PolicyController implements PolicyApi {

    private final NewestPolicy newest;
    private final Publisher publisher;
    private final StaffNames names;
    private final PolicyReplay replay;
    private final ZoneId zone;
    private final Clock clock;

    PolicyController(NewestPolicy newest, Publisher publisher, StaffNames names, PolicyReplay replay, ZoneId policyZone, Clock clock) {
        this.newest = newest;
        this.publisher = publisher;
        this.names = names;
        this.replay = replay;
        this.zone = policyZone;
        this.clock = clock;
    }

    @Override
    public PolicyOverview overview() {
        var policy = newest.now().policy();
        var now = clock.instant();
        var inForce = policy.inForce(now);
        var staff = policy.assignments().stream().collect(Collectors.partitioningBy(each -> each.holdsAt(now), Collectors.mapping(Assignment::staff, Collectors.toSet())));
        var assigned = staff.get(true).size();
        staff.get(true).addAll(staff.get(false));
        return new PolicyOverview(newest.published().reversed().stream().map(PolicyController::version).toList(),
                inForce == null ? null : inForce.number(), policy.directoryRevision(), staff.get(true).size(), assigned);
    }

    private static TableVersion version(TablePublished table) {
        return new TableVersion(table.number(), table.name(), table.validFrom(), table.publishedAt(), table.grants().size());
    }

    @Override
    public PolicyOverview publishTable(TableFile table) {
        published(() -> {
            publisher.publishTable(TableCsv.read(sized(table.csv())), table.validFrom(), by());
            return null;
        });
        return overview();
    }

    @Override
    public TableFile table(int number) {
        var table = newest.published().stream().filter(each -> each.number() == number).findFirst().orElseThrow(() ->
                new Problem(404, "not-found", "There is no such table", "Tables are numbered from 1 as they are published."));
        var individuals = table.grants().stream().map(grant -> grant.persons()).filter(each -> each.kind() == Persons.Kind.STAFF).map(each -> UUID.fromString(each.name())).collect(Collectors.toSet());
        return new TableFile(TableCsv.write(table.grants(), names.ids(individuals)), table.validFrom());
    }

    @Override
    public List<GrantedUse> uses() {
        var inForce = newest.now().policy().inForce(clock.instant());
        return newest.published().stream()
                .filter(each -> inForce != null && each.number() == inForce.number())
                .flatMap(each -> each.grants().stream())
                .map(grant -> new GrantedUse(grant.object(), grant.persons().kind() == Persons.Kind.STAFF ? "staff" : grant.persons().toString(),
                        grant.operations(), grant.purposes()))
                .toList();
    }

    @Override
    public PolicyOverview publishStaff(StaffFile staff) {
        published(() -> {
            publisher.publishDirectory(StaffCsv.read(sized(staff.csv()), zone), by());
            return null;
        });
        return overview();
    }

    @Override
    public StaffFile staff() {
        var assignments = newest.now().policy().assignments();
        return new StaffFile(StaffCsv.write(assignments, names.ids(assignments.stream().map(Assignment::staff).collect(Collectors.toSet())), zone));
    }

    @Override
    public Replay replay(ReplayQuery query) {
        var table = published(() -> new AccessControlTable(publisher.known(TableCsv.read(sized(query.csv())))));
        return replay.against(table, period(query.period()));
    }

    @Override
    public UnusedGrants unused(Period period) {
        return replay.unused(period(period));
    }

    private static Period period(@Nullable Period period) {
        return period == null ? new Period(null, null) : period;
    }

    /** By the reference of whoever asks; a member of staff, or the operator's program. */
    private UUID by() {
        return publisher.referenceOf(SignedIn.current().id());
    }

    private static String sized(@Nullable String csv) {
        if (csv == null || csv.length() > MAX_CSV) {
            throw new Problem(422, "unreadable-csv", "The file cannot be taken", "A CSV file of at most " + MAX_CSV + " characters is needed. Nothing was published.");
        }
        return csv;
    }

    private static <T> T published(Supplier<T> work) {
        try {
            return work.get();
        } catch (UnreadableCsv e) {
            throw new Problem(422, "unreadable-csv", "The file cannot be read", e.getMessage() + ". Nothing was published; what was in force still is.");
        } catch (PolicyRefused e) {
            throw new Problem(409, "policy-refused", "This is not published", e.getMessage() + " Nothing was published; what was in force still is.");
        }
    }
}
