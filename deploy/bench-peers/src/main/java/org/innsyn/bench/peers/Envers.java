package org.innsyn.bench.peers;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hibernate Envers: the access is a row, its first version another, and each transaction a revision. */
@Configuration(proxyBeanMethods = false)
@Profile({"envers", "envers-100"})
@EntityScan(basePackageClasses = KeptAccess.class)
class Envers {

    @Bean
    Keeper keeper(EntityManagerFactory entities, PlatformTransactionManager transactions) {
        var manager = SharedEntityManagerCreator.createSharedEntityManager(entities);
        var transaction = new TransactionTemplate(transactions);
        return accesses -> transaction.executeWithoutResult(t -> accesses.forEach(access -> manager.persist(new KeptAccess(access))));
    }
}
