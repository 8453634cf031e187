package org.innsyn.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import org.innsyn.engines.Engines;
import org.jspecify.annotations.Nullable;

/** The demo company: its database before the services start, its customers' identifiers after. */
final class DemoSeed {

    private static final String COMPANY = "org.innsyn.demo.DemoCompany";

    private final HomeFolder home;
    private final ModuleClassPath module;

    DemoSeed(HomeFolder home, Path checkout) {
        this.home = home;
        this.module = new ModuleClassPath(checkout, "deploy/demo-company");
    }

    /** Writes down for the demo company's programs where everything is. */
    void tell(HousePorts ports, Engines engines, @Nullable MailServers mail, Databases databases, Secrets secrets) {
        Properties told = new Properties();
        told.put("database.url", engines.postgres().jdbcUrl("demo"));
        told.put("database.user", Databases.DEMO);
        told.put("database.password", databases.password(Databases.DEMO));
        told.put("kafka.bootstrap-servers", engines.kafka().bootstrapServers());
        told.put("audit.url", HousePorts.url(ports.audit()));
        told.put("token.uri", Provider.of(home, ports).token());
        told.put("client.id", SignInDirectory.REPORTER);
        told.put("client.secret", SignInDirectory.clientSecret(secrets, SignInDirectory.REPORTER));
        told.put("journal", home.folder("demo").toString());
        if (mail != null) {
            mail.tell(told);
        }
        try {
            StringWriter text = new StringWriter();
            told.store(text, null);
            HomeFolder.write(home.demoProperties(), text.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Tables and customers, if they are not there yet. */
    void prepareDatabase() {
        module.call(COMPANY, "prepare", home.demoProperties().toString());
    }

    /** Mail, contacts and calendars of some customers, if they never had any. */
    void fillMailboxes() {
        module.call(COMPANY, "fillMailboxes", home.demoProperties().toString());
    }

    /** Tells the audit-service which identifiers are verified for which account. */
    void introduceCustomers() {
        module.call(COMPANY, "introduce", home.demoProperties().toString());
    }
}
