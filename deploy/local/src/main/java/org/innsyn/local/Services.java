package org.innsyn.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.engines.Engines;
import org.jspecify.annotations.Nullable;

/** What each service is told at its start. */
final class Services {

    static final String AUDIT = "audit-service";

    private final HomeFolder home;
    private final Path checkout;
    private final HousePorts ports;
    private final Engines engines;
    private final Databases databases;
    private final Secrets secrets;
    private final @Nullable MailServers mail;
    private final Provider provider;

    Services(HomeFolder home, Path checkout, HousePorts ports, Engines engines, @Nullable MailServers mail, Databases databases, Secrets secrets) {
        this.home = home;
        this.checkout = checkout;
        this.ports = ports;
        this.engines = engines;
        this.databases = databases;
        this.secrets = secrets;
        this.mail = mail;
        this.provider = Provider.of(home, ports);
    }

    /** In the order in which they start; they stop the other way round. */
    List<Service> all() {
        return List.of(signIn(), audit(), dsr(), ui());
    }

    private Service signIn() {
        List<String> properties = common("sign-in", ports.signIn(), HousePorts.url(ports.signIn()));
        properties.add("innsyn.sign-in.directory=" + home.signInDirectory());
        properties.add("innsyn.sign-in.signing-key=" + home.folder("sign-in").resolve("signing-key.json"));
        return new Service("sign-in", "deploy/sign-in", "org.innsyn.signin.SignIn", ports.signIn(), properties);
    }

    Service audit() {
        List<String> properties = common(AUDIT, ports.audit());
        // Beside the keys and apart from them: what is destroyed there must still be known here, and each is copied and restored by itself.
        properties.add("innsyn.journal.directory=" + home.folder("journal/audit"));
        properties.addAll(stores("audit", Databases.AUDIT));
        properties.add("innsyn.reports.directory=" + home.folder("reports"));
        properties.addAll(Witnesses.properties(home));
        properties.add("innsyn.policy.table=" + demoCompany().resolve("policy/access-control.csv"));
        properties.add("innsyn.policy.staff=" + StaffFile.write(home, demoCompany().resolve("policy/staff.csv")));
        return new Service(AUDIT, "audit-service", "org.innsyn.audit.AuditService", ports.audit(), properties);
    }

    private Service dsr() {
        List<String> properties = common("dsr-service", ports.dsr());
        properties.addAll(stores("dsr", Databases.DSR));
        properties.addAll(List.of(
                "innsyn.audit.url=" + HousePorts.url(ports.audit()),
                "innsyn.sign-in.token-uri=" + provider.token(),
                "innsyn.client.id=" + SignInDirectory.DSR,
                "innsyn.client.secret=" + SignInDirectory.clientSecret(secrets, SignInDirectory.DSR),
                "innsyn.datasets.directory=" + demoCompany().resolve("datasets"),
                "innsyn.register.file=" + demoCompany().resolve("register/register.yaml"),
                "innsyn.connectors.demo.url=" + engines.postgres().jdbcUrl("demo"),
                "innsyn.connectors.demo.username=" + Databases.DEMO_CONNECTOR,
                "innsyn.connectors.demo.password=" + databases.password(Databases.DEMO_CONNECTOR),
                "innsyn.exports.directory=" + home.folder("exports")));
        if (mail != null) {
            properties.addAll(mail.connectors());
        }
        return new Service("dsr-service", "dsr-service", "org.innsyn.dsr.DsrService", ports.dsr(), properties);
    }

    private Service ui() {
        List<String> properties = common("ui", ports.ui());
        properties.addAll(List.of(
                "innsyn.audit.url=" + HousePorts.url(ports.audit()),
                "innsyn.dsr.url=" + HousePorts.url(ports.dsr()),
                "innsyn.ui.url=" + HousePorts.url(ports.ui()),
                "innsyn.client.id=" + SignInDirectory.UI,
                "innsyn.client.secret=" + SignInDirectory.clientSecret(secrets, SignInDirectory.UI)));
        properties.addAll(provider.pages());
        return new Service("ui", "ui", "org.innsyn.ui.UiApplication", ports.ui(), properties);
    }

    private List<String> common(String name, int port) {
        return common(name, port, provider.issuer());
    }

    private List<String> common(String name, int port, String issuer) {
        return new ArrayList<>(List.of(
                "server.address=127.0.0.1",
                "server.port=" + port,
                "logging.file.name=" + home.log(name),
                // The console belongs to the launcher; everything else is in the part's log.
                "logging.threshold.console=off",
                "spring.main.register-shutdown-hook=false",
                "spring.main.banner-mode=off",
                "innsyn.sign-in.issuer=" + issuer));
    }

    private List<String> stores(String service, String role) {
        return List.of(
                "spring.datasource.url=" + engines.postgres().jdbcUrl("innsyn") + "?reWriteBatchedInserts=true",
                "spring.datasource.username=" + role,
                "spring.datasource.password=" + databases.password(role),
                "innsyn.kafka.bootstrap-servers=" + engines.kafka().bootstrapServers(),
                "innsyn.elasticsearch.url=" + engines.elasticsearch().url(),
                "innsyn.keys.directory=" + home.folder("keys/" + service),
                // A copy waits for the next tree of heads: on one machine that is not worth a minute.
                "innsyn.log.heads-every=2s",
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + provider.keys());
    }

    private Path demoCompany() {
        return checkout.resolve("deploy/demo-company/target/classes");
    }
}
