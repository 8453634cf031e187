package org.innsyn.bench.peers;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.repository.sql.DialectName;
import org.javers.repository.sql.SqlRepositoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** JaVers with its SQL repository: each access is an object that is committed by its actor. */
@Configuration(proxyBeanMethods = false)
@Profile({"javers", "javers-100"})
class JaversPeer {

    @Bean
    Keeper keeper(DataSource source, PlatformTransactionManager transactions) {
        var transaction = new TransactionTemplate(transactions);
        var repository = SqlRepositoryBuilder.sqlRepository().withConnectionProvider(() -> DataSourceUtils.getConnection(source)).withDialect(DialectName.POSTGRES).build();
        // Makes its tables, which takes a transaction too.
        Javers javers = transaction.execute(t -> JaversBuilder.javers().registerJaversRepository(repository).registerEntity(KeptAccess.class).build());
        var ids = new AtomicLong();
        return accesses -> transaction.executeWithoutResult(t -> accesses.forEach(access -> {
            var kept = new KeptAccess(access);
            kept.id = ids.incrementAndGet();
            javers.commit(kept.actor, kept);
        }));
    }
}
