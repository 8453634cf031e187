package org.innsyn.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.RolesAllowed;

@AnalyzeClasses(packages = "org.innsyn.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule of_ours_pages_know_the_published_language_only = noClasses()
            .should().dependOnClassesThat(DescribedPredicate.describe("are ours but neither pages nor schemas",
                    (JavaClass type) -> type.getPackageName().startsWith("org.innsyn")
                            && !type.getPackageName().startsWith("org.innsyn.ui")
                            && !type.getPackageName().startsWith("org.innsyn.schemas")))
            .because("pages ask services over HTTP: call an interface of schemas instead");

    @ArchTest
    static final ArchRule every_page_says_who_may_see_it = classes()
            .that().areAnnotatedWith(Route.class)
            .should().beAnnotatedWith(DescribedPredicate.describe("a role or everybody",
                    annotation -> annotation.getRawType().isEquivalentTo(RolesAllowed.class)
                            || annotation.getRawType().isEquivalentTo(AnonymousAllowed.class)))
            .because("a page without @RolesAllowed is closed to everybody: say for which role it is");

    @ArchTest
    static final ArchRule pages_do_no_cryptography = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..", "java.security..")
            .because("only platform.crypto does: ask a service instead");

    @ArchTest
    static final ArchRule words_know_no_pages = noClasses()
            .that().resideInAPackage("org.innsyn.ui.words")
            .should().dependOnClassesThat().resideInAnyPackage("org.innsyn.ui.(shell|entry|request|desk|start|wholooked|myrequests|accesslog)..")
            .because("everything speaks through words: pass values to it instead");
}
